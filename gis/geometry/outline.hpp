#pragma once
// Outlines: the points at which they are entered, and where two of them come nearest to each other.

#include "gis/geometry/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace gis {

/// The vertices of the outer ring and equal steps of at most `step_m` between them, in ring order, without the repeated last point.
std::vector<Point> outline_points(const Polygon& polygon, double step_m);

/// The same points one by one, less some (or all) of those in boxes for which `is_wanted` is false. Asks about few boxes: the cost follows
/// the vertices and what is wanted, not the length of the outline.
void visit_outline_points(const Polygon& polygon, double step_m, const std::function<bool(const Box&)>& is_wanted,
                          const std::function<void(const Point&)>& visit);

/// The shortest straight line from the first to the second, in a plane: two points, which are one place where they meet. Holes are no
/// ground, what lies inside a polygon meets it. Polygons must be valid.
Line shortest_line(const Polygon& a, const Polygon& b);
Line shortest_line(const Polygon& a, const Point& b);
Line shortest_line(const Point& a, const Polygon& b);

/// Metres between two boxes in a plane, 0 where they meet: what lies in them is no nearer to each other.
inline double distance_m(const Box& a, const Box& b)
{
    return std::hypot(std::max({a.min_x - b.max_x, b.min_x - a.max_x, 0.0}), std::max({a.min_y - b.max_y, b.min_y - a.max_y, 0.0}));
}

} // namespace gis
