#include "support/allocation_limits.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace oracle {
namespace {

using namespace fieldgap;

void try_from(const TransportProblem& problem, std::int64_t step, std::size_t next, std::vector<ExactArea>& given, FullObjective& best)
{
    if (next == problem.offers.size()) {
        if (keeps_all_limits(problem, given)) {
            best = std::min(best, full_objective_of(problem, given));
        }
        return;
    }
    const AllocationArc& offer = problem.offers[next];
    const ExactArea most = std::min(problem.supply_nodes[offer.supply_node].capacity, problem.gaps[offer.demand_node]);
    for (std::int64_t amount = 0; amount <= most.hundredths(); amount += step) {
        given[next] = ExactArea::hundredths(amount);
        try_from(problem, step, next + 1, given, best);
    }
    given[next] = ExactArea();
}

} // namespace

FullObjective full_objective_of(const TransportProblem& problem, const std::vector<ExactArea>& given)
{
    FullObjective sum{};
    std::vector<ExactArea> received(problem.gaps.size());
    for (std::size_t i = 0; i < given.size(); ++i) {
        const AllocationArc& offer = problem.offers[i];
        received[offer.demand_node] += given[i];
        sum[1] -= given[i].hundredths();
        sum[2] += given[i].hundredths() * std::llround(offer.price_per_m2 * 1e4);
        sum[3] += given[i].hundredths() * std::llround(offer.walk_s * 1e3);
    }
    const bool counts = problem.objective == Objective::schools || problem.objective == Objective::pupils;
    for (std::size_t taker = 0; taker < received.size() && counts; ++taker) {
        sum[0] -= problem.gaps[taker] > ExactArea() && received[taker] == problem.gaps[taker] ? problem.weight(taker) : 0;
    }
    return sum;
}

bool keeps_all_limits(const TransportProblem& problem, const std::vector<ExactArea>& given)
{
    std::vector<std::int64_t> from(problem.supply_nodes.size()), places(problem.supply_nodes.size()), to(problem.gaps.size());
    std::vector<std::int64_t> district(problem.district_caps.size());
    std::map<Channel, std::int64_t> channel;
    std::int64_t cost = 0;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const AllocationArc& offer = problem.offers[i];
        const SupplyNode& giver = problem.supply_nodes[offer.supply_node];
        const std::int64_t amount = given[i].hundredths();
        if (amount < 0 || (amount > 0 && given[i] < offer.at_least)) {
            return false;
        }
        from[offer.supply_node] += amount;
        to[offer.demand_node] += amount;
        channel[giver.channel] += amount;
        places[offer.supply_node] += amount > 0 && !offer.has_place ? 1 : 0;
        cost += amount * std::llround(offer.price_per_m2 * 1e4);
        if (giver.district_cap != no_district_cap) {
            district[giver.district_cap] += amount;
        }
    }
    for (std::size_t g = 0; g < from.size(); ++g) {
        const SupplyNode& giver = problem.supply_nodes[g];
        if (from[g] > giver.capacity.hundredths() || (giver.places && places[g] > *giver.places)) {
            return false;
        }
    }
    for (std::size_t t = 0; t < to.size(); ++t) {
        if (to[t] > problem.gaps[t].hundredths()) {
            return false;
        }
    }
    for (std::size_t d = 0; d < district.size(); ++d) {
        if (district[d] > problem.district_caps[d].most.hundredths()) {
            return false;
        }
    }
    const auto is_above = [&](Channel one) { return problem.caps[one] && channel[one] > problem.caps[one]->hundredths(); };
    return std::none_of(all_channels.begin(), all_channels.end(), is_above) && (!problem.budget || cost <= *problem.budget);
}

FullObjective full_best_by_trying_all(const TransportProblem& problem, std::int64_t step)
{
    FullObjective best{};
    std::vector<ExactArea> given(problem.offers.size());
    try_from(problem, step, 0, given, best);
    return best;
}

} // namespace oracle
