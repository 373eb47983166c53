#pragma once

#include "gis/geometry/shapes.hpp"

#include <algorithm>
#include <cmath>

namespace gis {

/// Metres between two boxes in a plane, 0 where they meet: what lies in them is no nearer to each other.
inline double distance_m(const Box& a, const Box& b)
{
    return std::hypot(std::max({a.min_x - b.max_x, b.min_x - a.max_x, 0.0}), std::max({a.min_y - b.max_y, b.min_y - a.max_y, 0.0}));
}

} // namespace gis
