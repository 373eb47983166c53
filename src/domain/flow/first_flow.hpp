#pragma once
// A flow to begin with: not the greatest, but near it.

#include "domain/flow/allocation_flow.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace fieldgap {

/// Sends as much as it can over every arc that comes from the source by single arcs and leads straight before the sink; tails that have
/// the fewest ways on come first. A search for the greatest flow has little left to do then. Parallel to `arcs`.
std::vector<std::int64_t> first_flow(std::uint32_t nodes, std::span<const FlowArc> arcs, std::uint32_t source, std::uint32_t sink);

} // namespace fieldgap
