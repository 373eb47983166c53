#include "layers/text/cell_values.hpp"

#include "layers/text/cell_vocabulary.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace fieldgap {
namespace {

/// What a unit multiplies with.
struct Unit
{
    std::string_view text;
    double factor;
};

constexpr std::array count_units = {
    Unit{"", 1.0},         Unit{"人", 1.0},     Unit{"名", 1.0},       Unit{"个", 1.0},       Unit{"班", 1.0},
    Unit{"个班", 1.0},     Unit{"户", 1.0},     Unit{"座", 1.0},       Unit{"生", 1.0},       Unit{"pupils", 1.0},
    Unit{"students", 1.0}, Unit{"万", 10000.0}, Unit{"万人", 10000.0}, Unit{"万户", 10000.0},
};

constexpr std::array real_units = {
    Unit{"", 1.0},         Unit{"人", 1.0},        Unit{"户", 1.0},       Unit{"层", 1.0}, Unit{"元", 1.0},
    Unit{"元/m2", 1.0},    Unit{"元/平方米", 1.0}, Unit{"yuan", 1.0},     Unit{"%", 0.01}, Unit{"万", 10000.0},
    Unit{"万人", 10000.0}, Unit{"万户", 10000.0},  Unit{"万元", 10000.0},
};

constexpr std::array money_units = {
    Unit{"元", 1.0},   Unit{"yuan", 1.0}, Unit{"元/m2", 1.0}, Unit{"元/平方米", 1.0},
    Unit{"千元", 1e3}, Unit{"万", 1e4},   Unit{"万元", 1e4},  Unit{"亿元", 1e8},
};

constexpr std::array school_count_units = {
    Unit{"", 1.0}, Unit{"人", 1.0}, Unit{"名", 1.0}, Unit{"位", 1.0}, Unit{"个", 1.0}, Unit{"间", 1.0},
};

constexpr std::array area_units = {
    Unit{"m2", 1.0},
    Unit{"m^2", 1.0},
    Unit{"sqm", 1.0},
    Unit{"平方米", 1.0},
    Unit{"平米", 1.0},
    Unit{"平方", 1.0},
    Unit{"万", 10000.0},
    Unit{"万m2", 10000.0},
    Unit{"万平方米", 10000.0},
    Unit{"万平米", 10000.0},
    Unit{"公顷", 10000.0},
    Unit{"ha", 10000.0},
    Unit{"亩", 2000.0 / 3.0},
    Unit{"km2", 1e6},
    Unit{"平方公里", 1e6},
    Unit{"平方千米", 1e6},
    Unit{"hm2", 10000.0},
    Unit{"acres", 4046.8564224},
    Unit{"acre", 4046.8564224},
    Unit{"sqft", 0.09290304},
    Unit{"英亩", 4046.8564224},
    Unit{"平方英尺", 0.09290304},
    Unit{"mu", 2000.0 / 3.0},
    Unit{"hectares", 10000.0},
};

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// True where a comma, space or apostrophe at `at` parts thousands: a digit before, exactly three behind.
bool parts_thousands(std::string_view text, std::size_t at)
{
    const bool is_sign = text[at] == ',' || text[at] == ' ' || text[at] == '\'';
    const bool behind = at + 3 < text.size() && is_digit(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3]);
    return is_sign && at > 0 && is_digit(text[at - 1]) && behind && (at + 4 == text.size() || !is_digit(text[at + 4]));
}

/// `1,234,567.8` -> `1234567.8`; other commas stay and spoil the number.
std::string without_thousands(const std::string& text)
{
    const std::size_t first = text.find_first_of(", '");
    const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    const std::size_t dot = std::min(text.find('.'), text.size());
    if (first == std::string::npos || first > sign + 3) {
        return text;
    }
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > dot || !parts_thousands(text, i)) {
            plain += text[i];
        }
    }
    return plain;
}

struct NumberAndUnit
{
    double number = 0.0;
    std::string unit; ///< without spaces
    CellProblem problem = CellProblem::none;
};

NumberAndUnit number_and_unit(std::string text)
{
    replace_all(text, "−", "-");
    replace_all(text, "㎡", "m2");
    replace_all(text, "²", "2");
    text = without_thousands(text);
    const std::size_t start = text.starts_with('+') && !text.starts_with("+-") ? 1 : 0;
    NumberAndUnit result;
    const char* end = text.data() + text.size();
    const std::from_chars_result read = std::from_chars(text.data() + start, end, result.number);
    if (read.ec == std::errc::invalid_argument) {
        result.problem = CellProblem::not_a_number;
    } else if (read.ec == std::errc::result_out_of_range) {
        result.problem = CellProblem::not_finite;
    }
    result.unit.assign(read.ptr, end);
    result.unit.erase(std::remove(result.unit.begin(), result.unit.end(), ' '), result.unit.end());
    return result;
}

/// Zero or more and finite, in one of these units.
template <class Units>
Cell<double> number_in(CellText text, const Units& units)
{
    const std::string key = cell_key(text);
    if (key.empty()) {
        return {};
    }
    const NumberAndUnit read = number_and_unit(key);
    const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& known) { return known.text == read.unit; });
    if (read.problem == CellProblem::not_a_number || unit == units.end()) {
        return {std::nullopt, CellProblem::not_a_number};
    }
    if (read.problem != CellProblem::none || !std::isfinite(read.number * unit->factor)) {
        return {std::nullopt, CellProblem::not_finite};
    }
    if (read.number < 0.0) {
        return {std::nullopt, CellProblem::negative};
    }
    const double value = std::fabs(read.number) * unit->factor; // no negative zero
    // 0.81 x 10000 is 8100, not a binary neighbour of it.
    return {unit->factor == 1.0 || value > 1e9 ? value : std::round(value * 1e6) / 1e6, CellProblem::none};
}

/// `1.200`, `12.500户`: a number with one dot and three digits behind it, which is at most `most` where the dot parts thousands.
bool has_doubtful_dot(CellText text, double most)
{
    constexpr double thousand = 1000.0;
    const std::string key = cell_key(text);
    const std::size_t dot = key.find('.');
    const std::size_t end = std::min(key.find_first_not_of("0123456789."), key.size());
    const bool has_factor = std::string_view(key).substr(end).starts_with("万");
    if (dot == std::string::npos || dot == 0 || dot > 3 || end != dot + 4 || key.find('.', dot + 1) < end || has_factor) {
        return false;
    }
    const double number = std::strtod(key.substr(0, end).c_str(), nullptr);
    return number >= 1.0 && number * thousand <= most;
}

Cell<double> at_most(const Cell<double>& cell, double most)
{
    return cell.value.value_or(0.0) > most ? Cell<double>{std::nullopt, CellProblem::too_large} : cell;
}

Cell<double> count_of(CellText text, double most)
{
    const Cell<double> number = number_in(text, real_units);
    return number.value && has_doubtful_dot(text, most) ? Cell<double>{std::nullopt, CellProblem::dotted} : number;
}

} // namespace

std::string text_of(CellProblem problem)
{
    switch (problem) {
    case CellProblem::none: break;
    case CellProblem::not_a_number: return words::translate(words::Text::cell_not_a_number);
    case CellProblem::negative: return words::translate(words::Text::cell_negative);
    case CellProblem::not_finite: return words::translate(words::Text::cell_not_finite);
    case CellProblem::not_whole: return words::translate(words::Text::cell_not_whole);
    case CellProblem::too_large: return words::translate(words::Text::cell_too_large);
    case CellProblem::unknown_word: return words::translate(words::Text::cell_unknown_word);
    case CellProblem::not_a_year: return words::translate(words::Text::cell_not_a_year);
    case CellProblem::not_a_date: return words::translate(words::Text::cell_not_a_date);
    case CellProblem::dotted: return words::translate(words::Text::cell_dotted);
    }
    return {};
}

Cell<std::int64_t> whole_number_of(CellText text)
{
    constexpr double most = 1e9;
    const Cell<double> number = number_in(text, count_units);
    if (!number.value) {
        return {std::nullopt, number.problem};
    }
    if (*number.value > most) {
        return {std::nullopt, CellProblem::too_large};
    }
    if (*number.value != std::floor(*number.value)) {
        return {std::nullopt, CellProblem::not_whole};
    }
    return {static_cast<std::int64_t>(*number.value), CellProblem::none};
}

Cell<std::int64_t> pupil_number_of(CellText text)
{
    constexpr double most_of_school = 20e3;
    constexpr double most = 1e9;
    if (has_doubtful_dot(text, most_of_school)) {
        return {std::nullopt, CellProblem::dotted};
    }
    const Cell<double> number = number_in(text, count_units);
    if (!number.value) {
        return {std::nullopt, number.problem};
    }
    const double rounded = std::floor(*number.value + 0.5);
    return rounded > most ? Cell<std::int64_t>{std::nullopt, CellProblem::too_large}
                          : Cell<std::int64_t>{static_cast<std::int64_t>(rounded), CellProblem::none, rounded != *number.value};
}

Cell<double> homes_of(CellText text)
{
    constexpr double most_of_estate = 50e3;
    return count_of(text, most_of_estate);
}

Cell<double> persons_of(CellText text)
{
    constexpr double most_of_estate = 200e3;
    return count_of(text, most_of_estate);
}

Cell<double> real_of(CellText text)
{
    return number_in(text, real_units);
}

Cell<double> area_m2_of(CellText text, double m2_per_unit)
{
    std::array<Unit, area_units.size() + 1> units;
    std::copy(area_units.begin(), area_units.end(), units.begin());
    units.back() = {"", m2_per_unit};
    return number_in(text, units);
}

Cell<double> money_yuan_of(CellText text, double yuan_per_unit)
{
    constexpr double most = 1e12;
    std::array<Unit, money_units.size() + 1> units;
    std::copy(money_units.begin(), money_units.end(), units.begin());
    units.back() = {"", yuan_per_unit};
    return at_most(number_in(text, units), most);
}

Cell<double> count_of_school(CellText text)
{
    constexpr double most = 1e9;
    return at_most(number_in(text, school_count_units), most);
}

Cell<std::int64_t> year_of(CellText text)
{
    const std::string key = cell_key(text);
    if (key.empty()) {
        return {};
    }
    constexpr std::size_t digits = 4;
    std::int64_t year = 0;
    const std::from_chars_result read = std::from_chars(key.data(), key.data() + std::min(digits, key.size()), year);
    const std::string_view rest = std::string_view(key).substr(std::min(digits, key.size()));
    const bool ends_well = rest.empty() || rest.starts_with("年") || std::string_view("-/. t").find(rest.front()) != std::string_view::npos;
    const bool is_year = read.ec == std::errc() && read.ptr == key.data() + digits && ends_well && year >= 1000 && year <= 2999;
    return is_year ? Cell<std::int64_t>{year, CellProblem::none} : Cell<std::int64_t>{std::nullopt, CellProblem::not_a_year};
}

} // namespace fieldgap
