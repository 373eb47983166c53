#pragma once
// Text without what nobody can see.

#include <string>
#include <string_view>

namespace fieldgap {

/// Full-width characters are their plain ones, every kind of space is a space; byte order marks, zero-width and soft marks, direction
/// signs and control characters are gone; trimmed.
std::u32string without_hidden(std::u32string_view text);

} // namespace fieldgap
