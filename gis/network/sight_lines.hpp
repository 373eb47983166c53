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

/// Where the lines of sight of one square end at a barred node: apart from all other lines there, so that nobody passes it over the square.
struct SquareSide
{
    std::uint32_t street_node = 0; ///< a node of its own at the same place
    std::uint32_t barred = 0;      ///< the barred node
    std::uint32_t kind = 0;        ///< as of a line
};

struct SightLines
{
    std::vector<SquareDraft> squares; ///< as in `Streets::squares`, in the plane
    std::vector<SquareSide> sides;
};

/// Appends a line of two nodes for every two corners of a square between which a shortest walk may go straight, but for neighbours on a
/// ring, which have the outline. Corners are the junctions, and the bends inwards of the outline and outwards of holes; they get
/// node_corner. A barred node that does not let the square's own lines meet in it has a side for them, which the outline does not reach.
SightLines add_sight_lines(Streets& streets, const CityPlane& plane);

} // namespace gis
