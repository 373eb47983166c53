#pragma once
// UTF-8, character by character, and what Unicode says of characters.

#include <cstddef>
#include <string>
#include <string_view>

namespace words {

/// What stands at the beginning of a text.
struct Character
{
    char32_t code = 0;     ///< of a byte that is no UTF-8 here: that byte
    std::size_t bytes = 1; ///< that it takes; all of the rest where the text ends within it
    bool is_whole = false; ///< well-formed: no surrogate, nothing overlong, nothing above U+10FFFF
    bool is_cut = false;   ///< well-formed as far as it goes, but the text ends within
};

/// `text` is not empty.
Character first_character(std::string_view text);

/// Calls `visit` with each character of the text and its bytes, from the first to the last.
template <class Visit>
void for_each_character(std::string_view text, const Visit& visit)
{
    while (!text.empty()) {
        const Character character = first_character(text);
        visit(character, text.substr(0, character.bytes));
        text.remove_prefix(character.bytes);
    }
}

/// True when all of `text` is well-formed UTF-8 without NUL, which ends a text in most of the libraries that it goes through.
bool is_valid_utf8(std::string_view text);

/// True also when only the last character is cut off, as in columns of fixed width.
bool is_valid_utf8_but_for_its_end(std::string_view text);

/// `text` itself where it is well-formed, else with U+FFFD for each wrong byte (and for NUL).
std::string valid_utf8(std::string_view text);

/// Wrong bytes become U+FFFD, one each.
std::u32string code_points(std::string_view utf8);
std::string utf8_of(std::u32string_view text);

/// Columns that a terminal gives to a character: 2 to those of East Asia and to emoji, 1 to half-width kana, 0 to marks upon another.
std::size_t column_width(char32_t code);

/// Each letter in lower case; wrong bytes stay. Dotted capital I becomes i.
std::string lower_case(std::string_view utf8);

/// A letter for comparing: case folded, without accents and other marks (`é`, `ạ`, `й` as `e`, `a`, `и`), and as plain Latin where only
/// its shape is another (`ø`, `đ`, `ł`, dotless i). Letters that are two (`ß`, `æ`) give two, a mark of its own gives none. The marks of
/// kana and of the scripts of India part words and stay.
std::u32string folded(char32_t code);

} // namespace words
