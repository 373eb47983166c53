#pragma once
// Readings that have the same numbers, and how a config writes a reading.

#include "gis/geometry/shapes.hpp"
#include "gis/io/crs/source_crs.hpp"

#include <string>
#include <vector>

namespace gis {

/// Readings that are easily mistaken for this one because their numbers look the same: with and without the datum of a web map (where that
/// moves anything), UTM for Gauss-Kruger and the reverse, the neighbouring zones. `code` is that of the CRS, empty if it has none; `middle`
/// the place in degrees.
std::vector<SourceCrs> look_alikes(const SourceCrs& reading, const std::string& code, const Point& middle);

/// The lines of a config that make a candidate the reading of an input, such as `crs = "EPSG:4548", swap_xy = true`.
std::string config_lines(const SourceCrs& reading);

} // namespace gis
