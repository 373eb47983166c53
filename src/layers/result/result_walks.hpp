#pragma once
// The layers `walk_areas` and `streets` (docs/rules.md sections 6 and 8).

#include "domain/walk_map/walk_areas.hpp"
#include "layers/result/result_view.hpp"

namespace fieldgap {

void write_walk_areas(gis::GeoPackage& file, const ResultView& view);
/// Empty unless `with_streets`.
void write_streets(gis::GeoPackage& file, const ResultView& view);

/// In the order of the layer. Makes the areas: they are too many to be kept.
void for_each_walk_area(const ResultView& view, const OnWalkArea& visit);

} // namespace fieldgap
