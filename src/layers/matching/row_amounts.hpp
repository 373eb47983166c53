#pragma once
// The columns of the national evaluation: persons, m2, yuan, rooms.

#include "layers/table/table.hpp"

namespace fieldgap {

/// Those that the row gives, as amounts of the school as a whole; the others stay absent.
PerIndicator<SchoolAmount> row_amounts(const Table& table, const gis::VectorFeature& row);

} // namespace fieldgap
