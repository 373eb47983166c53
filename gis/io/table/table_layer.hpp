#pragma once
// A table with its head found, as a layer that GDAL's filters work on.

#include "gis/io/source/vector_source.hpp"
#include "gis/io/table/table_head.hpp"

#include <string>
#include <vector>

class GDALDataset;
class OGRLayer;

namespace gis {

/// The rows of a sheet that was opened without headings. Blank rows before and between are there too, as rows without cells.
std::vector<TableRow> rows_of_sheet(OGRLayer& sheet);

/// Finds the head. Throws Error where the head that the user names lies outside the table.
TableWithHeader headed(std::vector<TableRow> rows, const VectorSource& source);

/// A data set in memory with one layer: all columns are text, blank cells are NULL, a feature's number is that of its row below the head.
/// The caller closes it.
GDALDataset* data_set_of(const TableWithHeader& table, const std::string& layer_name);

} // namespace gis
