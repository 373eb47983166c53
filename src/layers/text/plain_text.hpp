#pragma once
// Text as code points, without what nobody can see.

#include <string>
#include <string_view>

namespace fieldgap {

/// Broken bytes become U+FFFD, one each.
std::u32string code_points(std::string_view utf8);
std::string utf8_of(std::u32string_view text);

/// Full-width characters are their plain ones, every kind of space is a space; byte order marks, zero-width and soft marks, direction
/// signs and control characters are gone; trimmed.
std::u32string without_hidden(std::u32string_view text);

} // namespace fieldgap
