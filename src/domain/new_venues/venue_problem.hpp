#pragma once
// Where new venues would close most, as one problem in whole numbers (docs/rules.md rule 14).

#include "domain/transport/transport_problem.hpp"

#include <cstddef>
#include <vector>

namespace fieldgap {

/// Some of the places, `count` at most, are to be chosen: those with which most would be closed.
struct VenueProblem
{
    TransportProblem base;             ///< what is there today, of area alone
    std::vector<SupplyNode> places;    ///< what a venue at each would give, by rent
    std::vector<AllocationArc> offers; ///< by place, then taker: `supply_node` is the position in `places`, `demand_node` that in base.gaps
    std::size_t count = 1;
};

/// With venues at all places: they stand behind the givers of today, their offers behind the others.
TransportProblem with_all_places(const VenueProblem& problem);

} // namespace fieldgap
