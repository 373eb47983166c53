#pragma once
// What proves that a plan is the best there is: a cut for the area, prices for cost and walking (docs/allocation.md).

#include "domain/proof/plan_residual.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

/// By the nodes of PlanResidual.
struct PlanProof
{
    /// The least side of a minimum cut that holds all takers which are left short: what the sink can still be reached from. Absent where
    /// money binds and where a search decides.
    std::optional<std::vector<bool>> is_beyond_cut;

    /// For every arc that is not full  price + prices[tail] >= prices[head],  and for every arc that carries something  <=. That of the
    /// source is 0, none is below 0. Absent where a search decides.
    std::optional<std::vector<UnitPrice>> prices;
};

/// Of the best plan of a problem. Where the plan is not the best: std::logic_error.
PlanProof proof_of(const TransportProblem& problem, const PlanResidual& residual);

} // namespace fieldgap
