#pragma once
// The corners of a square, told from its rings.

#include "gis/network/sight_lines.hpp"

namespace gis {

/// `at_plane` holds the square's ring nodes and then its junctions in the plane, in the order of `nodes_of`.
SquareDraft square_draft(const Streets& streets, const StreetSquare& square, std::span<const Point> at_plane);

/// Every node of the rings, the outer one first, then the junctions.
std::vector<std::uint32_t> nodes_of(const StreetSquare& square);

} // namespace gis
