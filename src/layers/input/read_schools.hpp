#pragma once
// Rows of schools (docs/rules.md section 4), in the order of the file.

#include "layers/matching/resolve_schools.hpp"
#include "layers/table/table.hpp"

namespace fieldgap {

std::vector<PlacedSchool> read_schools(const Table& table);

/// What a row says of stages, pupils, classes, seats and official areas; absent cells leave what is there.
void read_figures(const Table& table, const gis::VectorFeature& row, School& school);

} // namespace fieldgap
