#pragma once
// Rows of estates, catchments and yields (docs/rules.md sections 4 and 8), in the order of the file.

#include "layers/table/table.hpp"

namespace fieldgap {

/// Polygons or points.
std::vector<Estate> read_estates(const Table& table);
/// A list of stages that holds primary and junior is every stage of the school; rows without ground are left out.
std::vector<Catchment> read_catchments(const Table& table);
/// By dwelling type and year; a row without a year is of the year of the first homes. Rows that say nothing, or a second time, are left
/// out.
std::vector<DwellingYield> read_yields(const Table& table);

} // namespace fieldgap
