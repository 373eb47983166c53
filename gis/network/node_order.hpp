#pragma once
// The order of a network's nodes: near ones get near numbers, whatever the order of the file.

#include "gis/geometry/shapes.hpp"
#include "gis/network/sight_lines.hpp"
#include "gis/network/street_chains.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace gis {

/// The two ends of a chain as nodes of the network, in the order of the Hilbert curve through all of them.
struct ChainEnds
{
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

struct NodeOrder
{
    std::vector<ChainEnds> of_chain;
    std::vector<std::uint8_t> signal; ///< per node, 1 at a signal-controlled crossing
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        corners; ///< street nodes with node_corner, ascending, and their nodes, where they have one
};

/// A barred node becomes one node for each chain that ends there. One that lets private ways through becomes one for each public chain and
/// one for all private ones; passages of no length (`line_private` and `line_sight`) from this to each of those are appended to `chains`,
/// and to each of `sides` that stands there.
NodeOrder node_order(const Streets& streets, StreetChains& chains, std::span<const SquareSide> sides);

/// Distance along the Hilbert curve that fills `bounds` in 65536 x 65536 cells. Points outside count as on its rim, NaN as its smallest
/// corner.
std::uint32_t hilbert_position(const Point& point, const Box& bounds);

} // namespace gis
