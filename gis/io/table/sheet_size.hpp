#pragma once

#include "gis/io/source/vector_source.hpp"

#include <string>

namespace gis {

/// Cells of a sheet, filled or not, up to its last row and its widest: more are not read (docs/formats.md).
constexpr std::uint64_t max_cells_of_sheet = 20'000'000;

/// Looks at the addresses in an .xlsx or .ods before it is opened, for a few of them make a table of any size. Other files pass.
/// Throws Error.
void check_sheet_size(const VectorSource& source, const std::string& path);

} // namespace gis
