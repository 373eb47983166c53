#pragma once
// Text as a cell of a sheet takes it.

#include <cstddef>
#include <string>
#include <string_view>

namespace fieldgap {

/// `text`, or as much of it as leaves room for `mark` within so many UTF-16 units, and the mark; never cut within a character. Control
/// characters, and what a sheet would take for the number of one, are written by their numbers (`_x0002_`); what has none is U+FFFD.
std::string cell_text(std::string_view text, std::size_t most_units, std::string_view mark);

/// Columns that it takes, with a little room; no less and no more than a reader wants of a column.
double column_width_for(std::string_view text);

} // namespace fieldgap
