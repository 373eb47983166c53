#pragma once
// Lines and rings with fewer points.

#include "gis/geometry/shapes.hpp"

#include <vector>

namespace fieldgap {

/// Leaves out points from which the line between those kept lies no further than `at_most` (Douglas and Peucker); the first and the last
/// stay. A ring (its first point is its last) keeps at least the point opposite, so that it encloses something.
std::vector<gis::Point> thinned(const std::vector<gis::Point>& points, double at_most);

} // namespace fieldgap
