#pragma once
// Texts from files in the cells of a table on the terminal.

#include <cstddef>
#include <string>

namespace fieldgap {

/// One line, however the text was broken in its file.
std::string on_one_line(std::string text);

/// On one line, and no wider than so many columns; `...` where something is left out.
std::string cut(const std::string& text, std::size_t columns);

} // namespace fieldgap
