#include "domain/new_venues/venue_problem.hpp"

#include <cstdint>

namespace fieldgap {

TransportProblem with_all_places(const VenueProblem& problem)
{
    TransportProblem joint = problem.base;
    const auto first_place = static_cast<std::uint32_t>(joint.supply_nodes.size());
    joint.supply_nodes.insert(joint.supply_nodes.end(), problem.places.begin(), problem.places.end());
    for (AllocationArc offer : problem.offers) {
        offer.supply_node += first_place;
        joint.offers.push_back(offer);
    }
    return joint;
}

} // namespace fieldgap
