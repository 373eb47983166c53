#pragma once
// Cells that a file does not hold where they are meant: what stands above in merged cells, pupils of a stage as the sum of its grades.

#include "gis/io/vector/vector_layer.hpp"
#include "layers/columns/columns.hpp"
#include "layers/table/filled_cells.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// Our column -> a cell for each row of the layer.
using DerivedCells = std::map<std::string, std::vector<std::optional<std::string>>, std::less<>>;

/// Grades without any number make no sum; a grade that is no number is the text of the sum, for the reader of the column to refuse.
DerivedCells derived_cells(const gis::VectorLayer& layer, const MatchedColumns& matched, const FilledCells& filled);

} // namespace fieldgap
