#pragma once
// Parts of a ground that are too small or too thin to be meant.

#include "gis/geometry/shapes.hpp"

#include <cstddef>

namespace gis {

struct Slivers
{
    std::size_t parts = 0; ///< how many parts are slivers
    double m2 = 0.0;       ///< what they hold together
    bool all = false;      ///< every part is one (false for no ground)
};

/// Parts of a valid ground in the CityPlane under 1 m2, or on average thinner than 0.1 m (twice the area over the length of all rings,
/// which is the width of a long strip).
Slivers slivers_of(const MultiPolygon& ground);

} // namespace gis
