#pragma once
// The ground of a square out of the ways that run around it and its holes.

#include "gis/streets/streets.hpp"

#include <optional>
#include <span>
#include <vector>

namespace gis {

/// Rings of nodes; each is closed and no node stands in one of them twice.
struct NodeGround
{
    std::vector<std::uint32_t> outer;
    std::vector<std::vector<std::uint32_t>> holes;
};

struct SquareRings
{
    std::vector<NodeGround> grounds; ///< empty where there is a fault
    std::optional<SquareFault> fault;
};

/// Squares of more nodes are walked around: what is seen on them would cost more than a city.
inline constexpr std::size_t max_square_nodes = 10'000;

/// What lies inside an odd number of the rings that the lines make together, whatever the roles of the lines: a stretch that two lines
/// share parts nothing. Rings may touch at nodes. `node` in degrees.
SquareRings square_rings(const std::vector<std::span<const std::uint32_t>>& lines, const std::vector<Point>& node);

} // namespace gis
