#pragma once

#include "gis/geometry/shapes.hpp"

#include <vector>

namespace gis {

/// Per point (degrees) whether another one may be within `max_vertex_join_m` of it: false only where none is. Few are true that have none.
/// Much faster than finding the neighbours.
std::vector<bool> crowded(const std::vector<Point>& points);

} // namespace gis
