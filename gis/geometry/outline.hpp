#pragma once
// The points at which an outline is entered.

#include "gis/geometry/shapes.hpp"

#include <functional>
#include <vector>

namespace gis {

/// The vertices of the outer ring and equal steps of at most `step_m` between them, in ring order, without the repeated last point.
std::vector<Point> outline_points(const Polygon& polygon, double step_m);

/// The same points one by one, less some (or all) of those in boxes for which `is_wanted` is false. Asks about few boxes: the cost follows
/// the vertices and what is wanted, not the length of the outline.
void visit_outline_points(const Polygon& polygon, double step_m, const std::function<bool(const Box&)>& is_wanted,
                          const std::function<void(const Point&)>& visit);

} // namespace gis
