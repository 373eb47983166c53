#pragma once
// Squares joined to the streets around them.

#include "gis/joining/unjoined_streets.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// Fills `Streets::squares` and `uncrossed_squares`: ways of a square's level that cross a ring or end on it come to share a node with it,
/// and the junctions are found. `level_of_line` may end before the lines do: the others lie as the squares that they run around.
void join_squares(Streets& streets, const std::vector<UnjoinedSquare>& squares, const std::vector<std::uint32_t>& first_line_of_way,
                  std::vector<StreetLevel> level_of_line);

} // namespace gis
