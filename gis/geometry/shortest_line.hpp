#pragma once
// Where two grounds come nearest to each other.

#include "gis/geometry/shapes.hpp"

namespace gis {

/// The shortest straight line from the first to the second, in a plane: two points, which are one place where they meet. Holes are no
/// ground, what lies inside a polygon meets it. Polygons must be valid.
Line shortest_line(const Polygon& a, const Polygon& b);
Line shortest_line(const Polygon& a, const Point& b);
Line shortest_line(const Point& a, const Polygon& b);

} // namespace gis
