#pragma once
// Lines of sight across squares, as streets.

#include "gis/geometry/plane.hpp"
#include "gis/network/square.hpp"
#include "gis/streets/streets.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// A square whose corners have no numbers in the network yet.
struct SquareDraft
{
    Square square;
    std::vector<std::uint32_t> street_node; ///< of each corner
};

/// Appends a line of two nodes for every two corners of a square between which a shortest walk may go straight, but for neighbours on a
/// ring, which have the outline. Corners are the junctions, and the bends inwards of the outline and outwards of holes that are not
/// barred; they get node_corner. The squares stand as in `Streets::squares`, in the plane.
std::vector<SquareDraft> add_sight_lines(Streets& streets, const CityPlane& plane);

} // namespace gis
