#pragma once
// Blank cells that are meant to hold what stands above them: cells merged over several rows, of which a spreadsheet keeps the first.

#include "gis/io/vector/vector_layer.hpp"
#include "layers/columns/columns.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace fieldgap {

/// A row that takes a cell from a row above; both by their position in the layer.
struct FilledCell
{
    std::size_t row = 0;
    std::size_t from = 0;
};

/// Our column -> its cells, in the order of the rows.
using FilledCells = std::map<std::string, std::vector<FilledCell>, std::less<>>;

/// Where the file tells which cells are merged, in every column but those of figures: pupils, classes, seats and areas of several rows are
/// in the first of them only, for nobody can share them out. In sheets of schools and of enrolment also id and name of a row that has
/// neither, but figures, and (where the file does not tell) a district or stage that stands once above all of its rows.
FilledCells filled_cells(Role role, const gis::VectorLayer& layer, const MatchedColumns& matched);

/// Columns of ours that say which school a row is of.
bool is_naming(std::string_view ours);

} // namespace fieldgap
