#pragma once
// How a planner first sees the result in QGIS.

#include "gis/io/geopackage.hpp"

#include <vector>

namespace fieldgap {

/// One style for each output layer (contract section 6), in drawing order: the first is on top.
std::vector<gis::LayerStyle> result_styles();

} // namespace fieldgap
