#include "support/allocation_oracle.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oracle {
namespace {

using namespace fieldgap;

Objective unit_cost(const TransportProblem& problem, const AllocationArc& offer)
{
    const auto rank =
        std::find(problem.order.begin(), problem.order.end(), problem.supply_nodes[offer.supply_node].channel) - problem.order.begin();
    return {-1, std::llround(offer.price_per_m2 * 1e4), std::llround(offer.walk_s * 1e3), static_cast<std::int64_t>(rank)};
}

void add(Objective& sum, const Objective& unit, std::int64_t times)
{
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += unit[i] * times;
    }
}

/// What is left to give and to take.
struct Left
{
    std::vector<std::int64_t> supply_nodes;
    std::vector<std::int64_t> demand_nodes;
    PerChannel<std::int64_t> channels;

    explicit Left(const TransportProblem& problem)
    {
        for (const SupplyNode& supply_node : problem.supply_nodes) {
            supply_nodes.push_back(supply_node.capacity.hundredths());
        }
        for (const ExactArea gap : problem.gaps) {
            demand_nodes.push_back(gap.hundredths());
        }
        for (const Channel channel : all_channels) {
            channels[channel] = problem.caps[channel] ? problem.caps[channel]->hundredths() : std::numeric_limits<std::int64_t>::max();
        }
    }

    std::int64_t most(const TransportProblem& problem, const AllocationArc& offer) const
    {
        return std::min(
            {supply_nodes[offer.supply_node], demand_nodes[offer.demand_node], channels[problem.supply_nodes[offer.supply_node].channel]});
    }

    void give(const TransportProblem& problem, const AllocationArc& offer, std::int64_t amount)
    {
        supply_nodes[offer.supply_node] -= amount;
        demand_nodes[offer.demand_node] -= amount;
        channels[problem.supply_nodes[offer.supply_node].channel] -= amount;
    }
};

void try_from(const TransportProblem& problem, std::size_t next, Left& left, const Objective& sum, Objective& best)
{
    if (next == problem.offers.size()) {
        best = std::min(best, sum);
        return;
    }
    const AllocationArc& offer = problem.offers[next];
    for (std::int64_t amount = left.most(problem, offer); amount >= 0; --amount) {
        Objective with = sum;
        add(with, unit_cost(problem, offer), amount);
        left.give(problem, offer, amount);
        try_from(problem, next + 1, left, with, best);
        left.give(problem, offer, -amount);
    }
}

struct Move
{
    std::size_t from;
    std::size_t to;
    Objective change;
};

/// Every move that the allocation leaves open, one hundredth at a time. Node 0 is the city; then channels, givers, takers.
std::vector<Move> open_moves(const TransportProblem& problem, const std::vector<ExactArea>& given)
{
    const std::size_t supply_nodes = 1 + all_channels.size();
    const std::size_t demand_nodes = supply_nodes + problem.supply_nodes.size();
    const Left total(problem);
    Left left(problem);
    std::vector<Move> moves;
    const auto connect = [&](std::size_t a, std::size_t b, std::int64_t used, std::int64_t most, const Objective& unit) {
        if (used < most) {
            moves.push_back({a, b, unit});
        }
        if (used > 0) {
            moves.push_back({b, a, {-unit[0], -unit[1], -unit[2], -unit[3]}});
        }
    };
    for (std::size_t i = 0; i < given.size(); ++i) {
        const AllocationArc& offer = problem.offers[i];
        left.give(problem, offer, given[i].hundredths());
        connect(supply_nodes + offer.supply_node, demand_nodes + offer.demand_node, given[i].hundredths(),
                std::numeric_limits<std::int64_t>::max(), unit_cost(problem, offer));
    }
    for (const Channel channel : all_channels) {
        connect(0, 1 + static_cast<std::size_t>(channel), total.channels[channel] - left.channels[channel], total.channels[channel], {});
    }
    for (std::size_t i = 0; i < problem.supply_nodes.size(); ++i) {
        connect(1 + static_cast<std::size_t>(problem.supply_nodes[i].channel), supply_nodes + i,
                total.supply_nodes[i] - left.supply_nodes[i], total.supply_nodes[i], {});
    }
    for (std::size_t i = 0; i < problem.gaps.size(); ++i) {
        connect(demand_nodes + i, 0, total.demand_nodes[i] - left.demand_nodes[i], total.demand_nodes[i], {});
    }
    return moves;
}

} // namespace

Objective objective_of(const TransportProblem& problem, const std::vector<ExactArea>& given)
{
    Objective sum{};
    for (std::size_t i = 0; i < given.size(); ++i) {
        add(sum, unit_cost(problem, problem.offers[i]), given[i].hundredths());
    }
    return sum;
}

bool is_allowed(const TransportProblem& problem, const std::vector<ExactArea>& given)
{
    Left left(problem);
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i] < ExactArea()) {
            return false;
        }
        left.give(problem, problem.offers[i], given[i].hundredths());
    }
    const auto is_not_overdrawn = [](std::int64_t amount) { return amount >= 0; };
    return std::all_of(left.supply_nodes.begin(), left.supply_nodes.end(), is_not_overdrawn) &&
           std::all_of(left.demand_nodes.begin(), left.demand_nodes.end(), is_not_overdrawn) &&
           std::all_of(left.channels.values.begin(), left.channels.values.end(), is_not_overdrawn);
}

Objective best_by_trying_all(const TransportProblem& problem)
{
    Objective best{};
    Left left(problem);
    try_from(problem, 0, left, {}, best);
    return best;
}

bool cannot_be_bettered(const TransportProblem& problem, const std::vector<ExactArea>& given)
{
    const std::vector<Move> moves = open_moves(problem, given);
    const std::size_t nodes = 1 + all_channels.size() + problem.supply_nodes.size() + problem.gaps.size();
    std::vector<Objective> distance(nodes, Objective{});
    for (std::size_t round = 0; round <= nodes; ++round) {
        bool has_changed = false;
        for (const Move& move : moves) {
            Objective through = distance[move.from];
            add(through, move.change, 1);
            if (through < distance[move.to]) {
                distance[move.to] = through;
                has_changed = true;
            }
        }
        if (!has_changed) {
            return true;
        }
    }
    return false;
}

} // namespace oracle
