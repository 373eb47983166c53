#pragma once
// What a square's rings tell: its corners, and pieces that lines of sight leave alone.

#include "gis/network/node_order.hpp"

namespace gis {

/// `at_plane` holds the square's ring nodes and then its junctions in the plane, in the order of `nodes_of`.
SquareDraft square_draft(const StreetSquare& square, std::span<const Point> at_plane);

/// Every node of the rings, the outer one first, then the junctions.
std::vector<std::uint32_t> nodes_of(const StreetSquare& square);

/// Fills `Square::piece_ends`. `squares` as in `Streets::squares`.
void note_ring_pieces(const Streets& streets, const StreetChains& chains, const NodeOrder& nodes, std::vector<SquareDraft>& squares);

} // namespace gis
