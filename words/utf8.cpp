#include "words/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>

namespace words {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// The code at the beginning of a text, and its bytes; not above 0 where it is wrong.
std::pair<char32_t, utf8proc_ssize_t> decoded(std::string_view text)
{
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t bytes =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &code);
    return {static_cast<char32_t>(code), bytes};
}

/// True where some further bytes would make it one character: the lowest or the highest that may follow.
bool is_cut_character(std::string_view text)
{
    const auto is_whole_with = [&](const char* more) {
        return decoded(std::string(text) + more).second > static_cast<utf8proc_ssize_t>(text.size());
    };
    return text.size() < 4 && (is_whole_with("\x80\x80\x80") || is_whole_with("\xBF\xBF\xBF"));
}

/// NUL ends a text in most of the libraries that it goes through.
bool is_valid(const Character& character)
{
    return character.is_whole && character.code != 0;
}

bool is_valid(std::string_view text, bool may_be_cut)
{
    while (!text.empty()) {
        const Character character = first_character(text);
        if (!is_valid(character)) {
            return may_be_cut && character.is_cut;
        }
        text.remove_prefix(character.bytes);
    }
    return true;
}

/// Letters whose shape is no mark to Unicode.
constexpr std::array<std::pair<char32_t, std::u32string_view>, 8> shapes = {
    {{U'æ', U"ae"}, {U'ø', U"o"}, {U'đ', U"d"}, {U'ħ', U"h"}, {U'ı', U"i"}, {U'ł', U"l"}, {U'œ', U"oe"}, {U'ŧ', U"t"}}};

std::u32string decomposed(char32_t code, int options)
{
    std::array<utf8proc_int32_t, 16> parts{};
    int boundary = 0;
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
                                static_cast<utf8proc_option_t>(options), &boundary);
    const bool fits = count > 0 && count <= static_cast<utf8proc_ssize_t>(parts.size());
    return fits ? std::u32string(parts.begin(), parts.begin() + count) : std::u32string(1, code);
}

/// Accents and other marks of Latin, Greek and Cyrillic letters.
bool is_mark(char32_t code)
{
    return code >= 0x300 && code <= 0x36F;
}

} // namespace

Character first_character(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) {
        return {first, 1, true, false};
    }
    const auto [code, bytes] = decoded(text);
    if (bytes > 0) {
        return {code, static_cast<std::size_t>(bytes), true, false};
    }
    return is_cut_character(text) ? Character{first, text.size(), false, true} : Character{first, 1, false, false};
}

bool is_valid_utf8(std::string_view text)
{
    return is_valid(text, false);
}

bool is_valid_utf8_but_for_its_end(std::string_view text)
{
    return is_valid(text, true);
}

std::string valid_utf8(std::string_view text)
{
    if (is_valid_utf8(text)) {
        return std::string(text);
    }
    std::string whole;
    for_each_character(text, [&](const Character& character, std::string_view bytes) {
        whole += is_valid(character) ? std::string(bytes) : utf8_of({&replacement, 1});
    });
    return whole;
}

std::u32string code_points(std::string_view utf8)
{
    std::u32string text;
    text.reserve(utf8.size());
    for_each_character(utf8, [&](const Character& character, std::string_view bytes) {
        text += character.is_whole ? std::u32string(1, character.code) : std::u32string(bytes.size(), replacement);
    });
    return text;
}

std::string utf8_of(std::u32string_view text)
{
    std::string bytes;
    for (const char32_t code : text) {
        std::array<utf8proc_uint8_t, 4> some{};
        const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), some.data());
        bytes.append(some.begin(), some.begin() + count);
    }
    return bytes;
}

std::size_t column_width(char32_t code)
{
    return static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(code)));
}

std::string lower_case(std::string_view utf8)
{
    std::string small;
    small.reserve(utf8.size());
    for_each_character(utf8, [&](const Character& character, std::string_view bytes) {
        const auto lower = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(character.code)));
        small += character.is_whole && lower != character.code ? utf8_of({&lower, 1}) : std::string(bytes);
    });
    return small;
}

std::u32string folded(char32_t code)
{
    if (is_mark(code)) {
        return {};
    }
    std::u32string plain = decomposed(code, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
    plain = std::any_of(plain.begin(), plain.end(), is_mark) ? plain : decomposed(code, UTF8PROC_CASEFOLD);
    std::erase_if(plain, is_mark);
    std::u32string folded;
    for (const char32_t letter : plain) {
        const auto shape = std::find_if(shapes.begin(), shapes.end(), [&](const auto& pair) { return pair.first == letter; });
        folded += shape == shapes.end() ? std::u32string_view(&letter, 1) : shape->second;
    }
    return folded;
}

} // namespace words
