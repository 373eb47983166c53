#pragma once
// How the readers of cells see a text: plain, trimmed, in lower case.

#include "layers/text/cell_values.hpp"

#include <string>
#include <string_view>

namespace fieldgap {

/// Plain characters, trimmed, in lower case; empty for a blank cell and for the signs that stand for one.
std::string cell_key(CellText text);

} // namespace fieldgap
