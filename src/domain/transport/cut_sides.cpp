#include "domain/transport/cut_sides.hpp"

#include "domain/transport/greatest_flow.hpp"

#include <vector>

namespace fieldgap {
namespace {

/// The same givers, takers and caps, but no offers.
ProblemPart without_offers(const TransportProblem& problem)
{
    ProblemPart part;
    part.problem = problem;
    part.problem.offers.clear();
    return part;
}

void add(ProblemPart& part, const TransportProblem& problem, std::uint32_t offer)
{
    part.problem.offers.push_back(problem.offers[offer]);
    part.offers.push_back(offer);
}

/// Takes away what one offer carries.
void take(TransportProblem& problem, const AllocationArc& offer, ExactArea amount)
{
    SupplyNode& giver = problem.supply_nodes[offer.supply_node];
    giver.capacity = giver.capacity - amount;
    if (auto& cap = problem.caps[giver.channel]) {
        cap = *cap - amount;
    }
    if (giver.district_cap != no_district_cap) {
        ExactArea& most = problem.district_caps[giver.district_cap].most;
        most = most - amount;
    }
}

} // namespace

CutSides cut_sides(const TransportProblem& problem)
{
    const std::vector<ExactArea> amounts = greatest_amounts(problem);
    const GreatestFlow flow(problem, amounts);
    CutSides sides{without_offers(problem), without_offers(problem)};
    for (std::uint32_t i = 0; i < problem.offers.size(); ++i) {
        const AllocationArc& offer = problem.offers[i];
        if (flow.may_be_short(offer.demand_node)) {
            add(sides.left_short, problem, i);
            take(sides.closed.problem, offer, amounts[i]);
        } else {
            add(sides.closed, problem, i);
        }
    }
    sides.closed.problem.objective = Objective::area; // all of them are closed
    return sides;
}

} // namespace fieldgap
