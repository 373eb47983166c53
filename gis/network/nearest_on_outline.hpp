#pragma once

#include "gis/geometry/shapes.hpp"

#include <span>

namespace gis {

struct OnOutline
{
    Point at;
    double metres = 0.0; ///< to the line
};

/// The point of the outer ring that is nearest to the line; of equally near ones (0.1 mm) the first along the ring. Where they cross, a
/// crossing. Infinitely far where it is further than `within_m`, or where the ring or the line has no segment.
OnOutline nearest_on_outline(const Polygon& polygon, std::span<const Point> line, double within_m);

} // namespace gis
