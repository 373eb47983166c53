#pragma once
// In which unit a layer gives its areas, by its own polygons.

#include "layers/columns/area_unit.hpp"
#include "layers/guess/layer_facts.hpp"

#include <optional>

namespace fieldgap {

/// Nothing where the column is in m2 (or in the unit that its heading names), or no unit explains it.
std::optional<AreaUnit> unit_of_area_column(const LayerFacts& facts, std::size_t column);

} // namespace fieldgap
