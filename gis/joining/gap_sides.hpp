#pragma once

#include "gis/geometry/plane.hpp"
#include "gis/streets/streets.hpp"

#include <span>
#include <vector>

namespace gis {

/// What a gap keeps apart.
struct GapSides
{
    std::size_t places = 0; ///< with streets of one side within reach, and none of the other
    double streets_m = 0.0; ///< the length of the other side's connected streets; 0 where both sides are connected in some way
};

/// Parallel to `streets.gaps`. `places` in the plane; a street is in reach within `reach_m`. Of the two sides the one that costs its places
/// more streets.
std::vector<GapSides> gap_sides(const Streets& streets, const CityPlane& plane, std::span<const Point> places, double reach_m);

} // namespace gis
