#pragma once
// Texts of which only ASCII counts, and every other byte stays as it is.

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace words {

/// A byte below 128: a character of ASCII, in UTF-8 and the encodings that hold ASCII no part of another.
constexpr bool is_ascii(char byte)
{
    return static_cast<unsigned char>(byte) < 0x80;
}

/// Every byte of it.
bool is_ascii(std::string_view text);

/// Where the first byte stands that ASCII lacks; the size of the text where none does.
std::size_t first_beyond_ascii(std::string_view text);

/// A to Z as a to z: for endings and names that machines give. What people write: `lower_case` of words/utf8.hpp.
std::string lower_ascii(std::string_view text);

/// Without spaces, tabs and line ends before and behind.
std::string_view trimmed(std::string_view text);

/// True where `list`, an array or words in braces, has the text.
template <class List = std::initializer_list<std::string_view>>
bool is_one_of(std::string_view text, const List& list)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

} // namespace words
