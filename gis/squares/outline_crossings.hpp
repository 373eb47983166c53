#pragma once
// Ways that cross the outline of a square without a node that both share.

#include "gis/joining/street_level.hpp"
#include "gis/squares/joints.hpp"
#include "gis/squares/segments_near_squares.hpp"

#include <vector>

namespace gis {

/// A square with the level on which it lies, and that of every line near it.
struct SquareSurroundings
{
    const StreetSquare& square;
    StreetLevel level;
    const std::vector<NearSegment>& near;
    const std::vector<StreetLevel>& level_of_line;
};

/// The joints by which ways of the square's level that cross its outline or a hole's, or end within 1 cm of it, come to share a node with
/// it: one that is there within 1 cm, else a new one, which is appended to `streets`.
std::vector<Joint> outline_joints(Streets& streets, const SquareSurroundings& at);

} // namespace gis
