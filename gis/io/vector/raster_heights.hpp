#pragma once
// NodePotentials out of a raster file.

#include "gis/geometry/shapes.hpp"

#include <string>
#include <vector>

namespace gis {

/// NodePotentials at points (degrees) from band 1 of a raster, NaN outside it or at its no-data value; bilinear between cell centres.
std::vector<float> heights_at(const std::string& raster_path, const std::vector<Point>& degrees);

} // namespace gis
