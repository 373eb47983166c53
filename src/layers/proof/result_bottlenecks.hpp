#pragma once
// The layer `bottlenecks` (docs/rules.md rule 11 and section 6).

#include "layers/result/result_view.hpp"

#include <functional>

namespace fieldgap {

void write_bottlenecks(gis::GeoPackage& file, const ResultView& view);

using OnBottleneck = std::function<void(const Bottleneck& bottleneck, const gis::MultiPolygon& ground)>;
/// In the order of the layer, with all campuses of its schools and their branches as one, in the CityPlane; a school or branch without a
/// campus is a circle around its point.
void for_each_bottleneck(const ResultView& view, const OnBottleneck& visit);

} // namespace fieldgap
