#pragma once
// Which cells of a sheet are merged over several rows: GDAL gives the first of them what stands there, and the others nothing.

#include "gis/io/table/table_head.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gis {

/// Of a sheet in an .xlsx or .ods, by column and row as the spreadsheet counts them; no two of a column overlap. Absent for other files.
std::optional<std::vector<MergedRows>> merged_rows(const std::string& path, const std::string& sheet);

} // namespace gis
