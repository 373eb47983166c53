#pragma once
// From the layers of a result to values: columns are named here only.

#include "domain/compare/compared_result.hpp"
#include "gis/io/merging/merge_input.hpp"

namespace fieldgap {

/// Fills all but settings. Throws gis::Error where a cell is none of its kind, an id is there twice, or one leads nowhere.
void read_tables(gis::MergeInput& file, ComparedResult& result);

} // namespace fieldgap
