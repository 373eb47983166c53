#pragma once
// What is to be said about the columns of a file: which year, sum or other column was taken, and what their values say against them.

#include "domain/city/finding.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "layers/columns/columns.hpp"
#include "layers/table/filled_cells.hpp"

#include <string>

namespace fieldgap {

/// `layer_name` is that of the findings.
void note_columns(Role role, const std::string& layer_name, const gis::VectorLayer& layer, const MatchedColumns& matched,
                  const FilledCells& filled, Findings& findings);

} // namespace fieldgap
