#pragma once
// Texts of which only ASCII counts, and every other byte stays as it is.

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace words {

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
