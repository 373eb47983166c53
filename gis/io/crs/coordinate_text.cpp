#include "gis/io/crs/coordinate_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace gis {
namespace {

struct Sign
{
    std::string_view written;
    std::string_view plain; ///< a space between numbers, `+` or `-` for a half of the globe
};

/// The longest first.
constexpr std::array signs = {
    Sign{"东经", "+"}, Sign{"東經", "+"}, Sign{"北纬", "+"}, Sign{"北緯", "+"},     Sign{"西经", "~"}, Sign{"西經", "~"}, Sign{"南纬", "~"},
    Sign{"南緯", "~"}, Sign{"″", " "},    Sign{"′", " "},    Sign{"”", " "},        Sign{"“", " "},    Sign{"’", " "},    Sign{"‘", " "},
    Sign{"度", " "},   Sign{"分", " "},   Sign{"秒", " "},   Sign{"°", " "},        Sign{"º", " "},    Sign{"''", " "},   Sign{"\"", " "},
    Sign{"'", " "},    Sign{"−", "-"},    Sign{"　", " "},   Sign{"\xC2\xA0", " "}, Sign{"，", ","},   Sign{"．", "."},   Sign{"E", "+"},
    Sign{"N", "+"},    Sign{"W", "~"},    Sign{"S", "~"},    Sign{"\t", " "},       Sign{"\r", " "},   Sign{"\n", " "},
};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// The `E` of `1.2E+03` is no east.
bool is_exponent(std::string_view text, std::size_t at)
{
    const std::size_t next = at + 1 < text.size() && (text[at + 1] == '+' || text[at + 1] == '-') ? at + 2 : at + 1;
    return text[at] == 'E' && at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.') && next < text.size() && is_digit(text[next]);
}

std::string with_plain_signs(std::string_view text)
{
    std::string plain;
    while (!text.empty()) {
        const auto sign = std::find_if(signs.begin(), signs.end(), [&](const Sign& known) { return text.starts_with(known.written); });
        plain += sign == signs.end() ? text.substr(0, 1) : sign->plain;
        text.remove_prefix(sign == signs.end() ? 1 : sign->written.size());
    }
    return plain;
}

std::optional<double> number_of(std::string_view text)
{
    double value = 0.0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// `1 234,5` would be a thousand and more, which no coordinate in degrees is; a comma is a decimal one where it is the only sign.
std::string with_decimal_point(std::string_view text)
{
    std::string plain(text);
    if (std::count(plain.begin(), plain.end(), ',') == 1 && plain.find('.') == std::string::npos) {
        plain[plain.find(',')] = '.';
    }
    return plain;
}

std::vector<std::string> parts_of(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) {
            parts.push_back(with_decimal_point(text.substr(0, end)));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// Degrees, minutes and seconds; only the last may have a fraction.
std::optional<double> sexagesimal(const std::vector<std::string>& parts)
{
    double sum = 0.0;
    double unit = 1.0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::optional<double> number = is_digit(parts[i].front()) ? number_of(parts[i]) : std::nullopt;
        const bool is_last = i + 1 == parts.size();
        if (!number || (i > 0 && *number >= 60.0) || (!is_last && *number != std::floor(*number)) || (i == 0 && *number > 180.0)) {
            return std::nullopt;
        }
        sum += *number * unit;
        unit /= 60.0;
    }
    return sum;
}

/// Takes the half of the globe off one end, and a minus off the beginning: the factor that they mean, or nothing where two contradict.
std::optional<double> taken_sign(std::string& text)
{
    const auto trim = [&] {
        text.erase(0, text.find_first_not_of(' '));
        text.erase(text.find_last_not_of(' ') + 1);
    };
    double factor = 1.0;
    int halves = 0;
    trim();
    for (const char half : {'~', '+'}) {
        for (const bool front : {true, false}) {
            if (!text.empty() && (front ? text.front() : text.back()) == half) {
                text.erase(front ? 0 : text.size() - 1, 1);
                factor = half == '~' ? -1.0 : factor;
                ++halves;
                trim();
            }
        }
    }
    if (text.starts_with('-')) {
        text.erase(0, 1);
        factor = -factor;
        ++halves;
    }
    return halves <= 1 ? std::optional(factor) : std::nullopt;
}

/// Without brackets around it all.
std::string_view without_brackets(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto trim = [&] {
        text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
        text.remove_suffix(text.size() - (text.find_last_not_of(blanks) + 1));
    };
    trim();
    if (text.size() > 2 && ((text.front() == '(' && text.back() == ')') || (text.front() == '[' && text.back() == ']'))) {
        text = text.substr(1, text.size() - 2);
        trim();
    }
    return text;
}

/// The parts between signs; a height behind the two numbers is not looked at.
std::optional<Point> pair_parted_by(std::string_view text, std::string_view sign)
{
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos || at == 0) {
        return std::nullopt;
    }
    std::string_view second = text.substr(at + sign.size());
    const std::size_t again = second.find(sign);
    const bool has_height = again != std::string_view::npos && number_of(without_brackets(second.substr(again + sign.size())));
    second = second.substr(0, has_height ? again : second.size());
    const auto x = coordinate_of(text.substr(0, at));
    const auto y = coordinate_of(second);
    return x && y ? std::optional(Point{*x, *y}) : std::nullopt;
}

} // namespace

std::optional<Point> coordinate_pair_of(std::string_view written)
{
    const std::string_view text = without_brackets(written);
    const std::size_t space = text.find(' ');
    const bool has_decimal_commas =
        space != std::string_view::npos && space > 0 && text[space - 1] != ',' && text.substr(0, space).find(',') != std::string_view::npos;
    if (has_decimal_commas) {
        return pair_parted_by(text, " ");
    }
    for (const std::string_view sign : {";", "；", "|", ",", "，", "、", " "}) {
        if (text.find(sign) != std::string_view::npos) {
            return pair_parted_by(text, sign);
        }
    }
    return std::nullopt;
}

std::optional<double> coordinate_of(std::string_view written)
{
    const std::size_t first = written.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view text = written.substr(first, written.find_last_not_of(" \t\r\n") - first + 1);
    const std::string bare = with_decimal_point(text.substr(text.starts_with('+') ? 1 : 0));
    const std::size_t exponent = text.find('E');
    if (exponent != std::string_view::npos && is_exponent(text, exponent)) {
        return number_of(bare);
    }
    if (const std::optional<double> number = number_of(bare)) {
        return text.starts_with("+-") ? std::nullopt : number;
    }
    std::string plain = with_plain_signs(text);
    const std::optional<double> factor = taken_sign(plain);
    const std::vector<std::string> parts = parts_of(plain);
    const std::optional<double> value = parts.empty() || parts.size() > 3 ? std::nullopt : sexagesimal(parts);
    return factor && value ? std::optional(*factor * *value) : std::nullopt;
}

} // namespace gis
