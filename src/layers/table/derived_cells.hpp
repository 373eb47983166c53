#pragma once
// Cells that a file does not hold where they are meant: names and ids of merged cells, pupils of a stage as the sum of its grades.

#include "gis/io/vector/vector_layer.hpp"
#include "layers/columns/columns.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// Our column -> a cell for each row of the layer.
using DerivedCells = std::map<std::string, std::vector<std::optional<std::string>>, std::less<>>;

/// In sheets of schools and of enrolment: a row without id and name, but with figures, has those of the row above. Grades without any
/// number make no sum; a grade that is no number is the text of the sum, for the reader of the column to refuse.
DerivedCells derived_cells(Role role, const gis::VectorLayer& layer, const MatchedColumns& matched);

/// The rows that have their id or name from the row above.
std::vector<std::size_t> rows_of_merged_cells(Role role, const gis::VectorLayer& layer, const MatchedColumns& matched);

} // namespace fieldgap
