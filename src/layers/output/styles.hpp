#pragma once
// How a planner first sees the result in QGIS.

#include "gis/io/geopackage/geopackage.hpp"

#include <vector>

namespace fieldgap {

/// One style for each output layer (docs/rules.md section 6), in drawing order: the first is on top.
std::vector<gis::LayerStyle> result_styles();

/// Of the layers of many results in one file, with its tables `cities` and `summary`.
std::vector<gis::LayerStyle> merged_styles();

/// Of the layers that `screen` writes.
std::vector<gis::LayerStyle> site_styles();

/// For a file that holds the layer data_issues alone.
std::vector<gis::LayerStyle> issue_styles();

} // namespace fieldgap
