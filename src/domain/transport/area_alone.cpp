#include "domain/transport/area_alone.hpp"

namespace fieldgap {

TransportProblem of_area_alone(TransportProblem problem)
{
    problem.objective = Objective::area;
    problem.budget.reset();
    for (SupplyNode& giver : problem.supply_nodes) {
        giver.places.reset();
    }
    for (AllocationArc& offer : problem.offers) {
        offer.at_least = ExactArea();
    }
    return problem;
}

} // namespace fieldgap
