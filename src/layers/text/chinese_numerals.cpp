#include "layers/text/chinese_numerals.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <optional>

namespace fieldgap {
namespace {

constexpr std::u32string_view digits = U"零一二三四五六七八九";
constexpr std::u32string_view numerals = U"零〇一二三四五六七八九十百";

std::size_t digit_of(char32_t c)
{
    return c == U'〇' ? 0 : digits.find(c);
}

bool is_arabic(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

std::u32string text_of(unsigned number)
{
    std::u32string text;
    for (const char c : std::to_string(number)) {
        text += static_cast<char32_t>(c);
    }
    return text;
}

/// 一百零一, 二十, 十五: digits are multiplied by the 百 and 十 behind them. Nothing if they do not stand in that order.
std::optional<std::u32string> by_places(std::u32string_view run)
{
    unsigned sum = 0;
    unsigned digit = 0;
    unsigned below = 1000;
    bool has_digit = false;
    for (const char32_t c : run) {
        const unsigned worth = c == U'百' ? 100U : (c == U'十' ? 10U : 1U);
        if (worth > 1) {
            if (worth >= below) {
                return std::nullopt;
            }
            sum += (has_digit ? digit : 1U) * worth;
            below = worth;
            has_digit = false;
        } else if (digit_of(c) != 0) {
            if (has_digit) {
                return std::nullopt;
            }
            digit = static_cast<unsigned>(digit_of(c));
            has_digit = true;
        }
    }
    return text_of(sum + (has_digit ? digit : 0U));
}

std::u32string number_of(std::u32string_view run)
{
    if (run.find_first_of(U"十百") != std::u32string_view::npos) {
        return by_places(run).value_or(std::u32string(run));
    }
    std::u32string text;
    for (const char32_t c : run) {
        text += static_cast<char32_t>(U'0' + digit_of(c));
    }
    return text;
}

} // namespace

std::u32string with_arabic_numerals(std::u32string_view text)
{
    std::u32string plain;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_not_of(numerals, at), text.size());
        if (end > at) {
            plain += number_of(text.substr(at, end - at));
            at = end;
            continue;
        }
        const bool is_ordinal = text[at] == U'第' && at + 1 < text.size() &&
                                (is_arabic(text[at + 1]) || numerals.find(text[at + 1]) != std::u32string_view::npos);
        if (!is_ordinal) {
            plain += text[at];
        }
        ++at;
    }
    return plain;
}

} // namespace fieldgap
