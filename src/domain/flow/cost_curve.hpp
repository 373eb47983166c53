#pragma once
// What each further m2 costs: the cheapest flow of every size, from nothing to the most there is.

#include "domain/flow/allocation_flow.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace fieldgap {

/// So much more at this cost each.
struct CostStep
{
    std::int64_t amount = 0; ///< above 0
    std::int64_t unit_cost = 0;
};

/// Unit costs rise from step to step. `cost` is of the first arcs, the others cost nothing; each in 0 .. 10^12. Exact: shortest augmenting
/// ways, all of one length at a time.
std::vector<CostStep> cost_steps(std::uint32_t nodes, const std::vector<FlowArc>& arcs, std::span<const std::int64_t> cost,
                                 std::uint32_t source, std::uint32_t sink);

/// The most that so much money buys.
std::int64_t affordable(std::span<const CostStep> steps, std::int64_t budget);

} // namespace fieldgap
