#pragma once
// How the readers of cells see a text: plain, trimmed, in lower case.

#include "layers/text/cell_values.hpp"

#include <string>
#include <string_view>

namespace fieldgap {

/// Plain characters, trimmed, ASCII letters in lower case; empty for a blank cell and for the signs that stand for one.
std::string cell_key(CellText text);

/// The text with ASCII letters in lower case.
std::string lower_case(std::string_view text);

} // namespace fieldgap
