#pragma once
// How large ground is, told from degrees: before any plane, and for ground of any size.

#include "gis/geometry/shapes.hpp"

namespace gis {

struct GroundSize
{
    double km2 = 0.0;        ///< outer rings less holes
    double outline_km = 0.0; ///< outer rings
};

/// On a sphere of the earth's size, to within 1 % up to some ten kilometres and 5 % for countries (their edges bend). A ring may cross the
/// antimeridian; each of its edges goes the shorter way around. Not a number where a coordinate is none.
GroundSize ground_size(const MultiPolygon& degrees);

} // namespace gis
