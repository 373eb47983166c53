#pragma once
// Texts from files in the cells of a table on the terminal.

#include <cstddef>
#include <string>

namespace fieldgap {

/// No wider than so many columns once it is shown (cli/terminal.hpp); `...` where something is left out.
std::string cut(const std::string& text, std::size_t columns);

} // namespace fieldgap
