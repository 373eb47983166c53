#include "layers/text/id_key.hpp"

#include "layers/text/plain_text.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr std::size_t most_digits = 40; // longer ones are no numbers

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_all_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// Without hidden characters, spaces, and the quotes with which spreadsheets keep a number as text (`'00123`, `="00123"`).
std::string bare(std::string_view written)
{
    std::string text = words::lower_ascii(words::utf8_of(without_hidden(words::code_points(written))));
    std::erase(text, ' ');
    if (text.size() > 3 && text.starts_with("=\"") && text.ends_with('"')) {
        return text.substr(2, text.size() - 3);
    }
    for (const std::string_view quote : {"'", "`", "’", "‘"}) {
        if (text.starts_with(quote)) {
            text.erase(0, quote.size());
        }
    }
    return text;
}

/// `3,133,005,132`: groups of three behind the first.
std::string without_thousands_commas(const std::string& text)
{
    const std::size_t first = text.find(',');
    if (first == std::string::npos || first == 0 || first > 3) {
        return text;
    }
    for (std::size_t at = first; at < text.size() && text[at] != '.'; at += 4) {
        if (text[at] != ',' || at + 4 > text.size() || !is_all_digits(std::string_view(text).substr(at + 1, 3))) {
            return text;
        }
    }
    std::string joined = text;
    std::erase(joined, ',');
    return joined;
}

std::string without_zero_fraction(std::string text)
{
    const std::size_t point = text.find('.');
    const bool is_zero =
        point != std::string::npos && point + 1 < text.size() && text.find_first_not_of('0', point + 1) == std::string::npos;
    if (is_zero && is_all_digits(std::string_view(text).substr(0, point))) {
        text.erase(point);
    }
    return text;
}

/// `3.133005132e+09` in its parts.
struct Exponent
{
    std::string digits; ///< 3133005132
    std::size_t fraction = 0;
    std::size_t power = 0;
};

std::optional<Exponent> exponent_of(const std::string& text)
{
    const std::size_t e = text.find('e');
    if (e == std::string::npos || e == 0) {
        return std::nullopt;
    }
    const bool has_plus = e + 1 < text.size() && text[e + 1] == '+';
    const std::string power = text.substr(e + (has_plus ? 2 : 1));
    std::string mantissa = text.substr(0, e);
    const bool has_point = mantissa.size() > 2 && mantissa[1] == '.';
    if (has_point) {
        mantissa.erase(1, 1);
    }
    const bool is_scientific = (has_plus || has_point) && (has_point || mantissa.size() == 1);
    if (!is_scientific || !is_all_digits(mantissa) || !is_all_digits(power) || power.size() > 2) {
        return std::nullopt;
    }
    return Exponent{mantissa, mantissa.size() - 1, static_cast<std::size_t>(std::stoi(power))};
}

/// The number written out, if all its digits are there.
std::optional<std::string> written_out(const Exponent& number)
{
    if (number.fraction < number.power || number.digits.find_first_not_of('0', number.power + 1) != std::string::npos) {
        return std::nullopt;
    }
    return number.digits.substr(0, number.power + 1);
}

/// Empty where digits are lost.
std::string number_as_written(std::string_view written)
{
    std::string text = without_zero_fraction(without_thousands_commas(bare(written)));
    if (const auto exponent = exponent_of(text)) {
        return written_out(*exponent).value_or("");
    }
    return text;
}

} // namespace

std::string id_key(std::string_view written)
{
    std::string text = number_as_written(written);
    if (is_all_digits(text) && text.size() <= most_digits) {
        text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
    }
    return text;
}

bool is_in_exponent(std::string_view written)
{
    const auto exponent = exponent_of(bare(written));
    return exponent && !written_out(*exponent);
}

std::optional<std::size_t> digits_of_id(std::string_view written)
{
    const std::string text = number_as_written(written);
    return is_all_digits(text) ? std::optional(text.size()) : std::nullopt;
}

} // namespace fieldgap
