#include "domain/transport/flow_plan.hpp"

#include "domain/flow/cost_curve.hpp"
#include "domain/transport/allocation_network.hpp"

#include <algorithm>
#include <span>

namespace fieldgap {
namespace {

constexpr double yuan_per_unit = 1e-6;

std::vector<CostStep> steps_of(const TransportNetwork& routes)
{
    return cost_steps(routes.nodes(), routes.arcs(), routes.prices(), routes.start(), TransportNetwork::sink);
}

std::vector<CostPoint> corners_of(std::span<const CostStep> steps)
{
    std::vector<CostPoint> corners(1);
    for (const CostStep& step : steps) {
        const double cost = static_cast<double>(step.amount) * static_cast<double>(step.unit_cost) * yuan_per_unit;
        corners.push_back({corners.back().yuan + cost, corners.back().closed + ExactArea::hundredths(step.amount)});
    }
    return corners;
}

/// 1 for each m2 that goes to a taker which need not be closed: the least of it closes the others.
std::vector<std::int64_t> strays(const TransportProblem& problem, const TransportNetwork& routes,
                                 const std::vector<std::uint8_t>& is_to_close)
{
    std::vector<std::int64_t> result;
    for (const std::uint32_t offer : routes.offers()) {
        result.push_back(is_to_close[problem.offers[offer].demand_node] != 0 ? 0 : 1);
    }
    return result;
}

/// All objectives but the first, in their order. `is_to_close` may be empty.
TransportPlan solved(const TransportProblem& problem, const std::vector<std::uint8_t>& is_to_close)
{
    TransportNetwork routes(problem);
    TransportPlan plan;
    if (problem.budget) {
        const std::vector<CostStep> steps = steps_of(routes);
        plan.cost_curve = corners_of(steps);
        routes.limit(affordable(steps, *problem.budget));
    }
    LexicographicMinCostFlow flow = routes.flow();
    plan.bound = ExactArea::hundredths(flow.maximise(routes.start(), TransportNetwork::sink));
    if (!is_to_close.empty()) {
        flow.minimise(strays(problem, routes, is_to_close));
    }
    flow.minimise(routes.prices());
    flow.minimise(routes.walks());
    flow.minimise(routes.ranks());

    plan.given.resize(problem.offers.size());
    for (std::size_t i = 0; i < routes.offers().size(); ++i) {
        plan.given[routes.offers()[i]] = ExactArea::hundredths(flow.flow(i));
        plan.closed += ExactArea::hundredths(flow.flow(i));
    }
    return plan;
}

void count_closed(const TransportProblem& problem, TransportPlan& plan)
{
    std::vector<ExactArea> left = problem.gaps;
    for (std::size_t i = 0; i < plan.given.size(); ++i) {
        ExactArea& gap = left[problem.offers[i].demand_node];
        gap = gap - plan.given[i];
    }
    plan.closed_weight = 0;
    for (std::size_t taker = 0; taker < left.size(); ++taker) {
        const bool is_closed = problem.gaps[taker] > ExactArea() && left[taker] == ExactArea();
        plan.closed_weight += is_closed ? problem.weight(taker) : 0;
    }
    plan.weight_bound = plan.closed_weight;
}

/// What is left of a problem when every open offer has got its least.
class Remainder
{
public:
    Remainder(const TransportProblem& problem, const Decisions& decisions) : problem_(problem), rest_(problem)
    {
        rest_.offers.clear();
        for (std::uint32_t i = 0; i < problem.offers.size(); ++i) {
            if (decisions.is_open[i] != 0) {
                take(problem.offers[i]);
                rest_.offers.push_back(problem.offers[i]);
                position_.push_back(i);
            }
        }
    }

    const TransportProblem& problem() const { return rest_; }

    /// With what was taken before.
    TransportPlan whole(TransportPlan plan) const
    {
        TransportPlan result = plan;
        result.given.assign(problem_.offers.size(), ExactArea());
        for (std::size_t k = 0; k < position_.size(); ++k) {
            result.given[position_[k]] = plan.given[k] + rest_.offers[k].at_least;
            result.closed += rest_.offers[k].at_least;
            result.bound += rest_.offers[k].at_least;
        }
        return result;
    }

private:
    void take(const AllocationArc& offer)
    {
        SupplyNode& giver = rest_.supply_nodes[offer.supply_node];
        const ExactArea least = offer.at_least;
        giver.capacity = giver.capacity - least;
        rest_.gaps[offer.demand_node] = rest_.gaps[offer.demand_node] - least;
        if (auto& cap = rest_.caps[giver.channel]) {
            cap = *cap - least;
        }
        if (giver.district_cap != no_district_cap) {
            ExactArea& most = rest_.district_caps[giver.district_cap].most;
            most = most - least;
        }
        if (rest_.budget) {
            *rest_.budget -= least.hundredths() * price_units(offer);
        }
    }

    const TransportProblem& problem_;
    TransportProblem rest_;
    std::vector<std::uint32_t> position_;
};

} // namespace

TransportPlan relaxed_plan(const TransportProblem& problem)
{
    TransportPlan plan = solved(problem, {});
    count_closed(problem, plan);
    return plan;
}

TransportPlan plan_with(const TransportProblem& problem, const Decisions& decisions)
{
    const Remainder rest(problem, decisions);
    TransportPlan plan = rest.whole(solved(rest.problem(), decisions.is_to_close));
    count_closed(problem, plan);
    return plan;
}

bool keeps_lots(const TransportProblem& problem, const std::vector<ExactArea>& given)
{
    std::vector<std::int64_t> places_taken(problem.supply_nodes.size(), 0);
    for (std::size_t i = 0; i < given.size(); ++i) {
        const AllocationArc& offer = problem.offers[i];
        if (given[i] > ExactArea() && given[i] < offer.at_least) {
            return false;
        }
        places_taken[offer.supply_node] += given[i] > ExactArea() && !offer.has_place ? 1 : 0;
    }
    for (std::size_t giver = 0; giver < places_taken.size(); ++giver) {
        if (problem.supply_nodes[giver].places && places_taken[giver] > *problem.supply_nodes[giver].places) {
            return false;
        }
    }
    return true;
}

} // namespace fieldgap
