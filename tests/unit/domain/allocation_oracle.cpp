#include "support/allocation_oracle.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oracle {
namespace {

using namespace fieldgap;

Objective unit_cost(const AllocationProblem& problem, const Offer& offer)
{
    const auto rank = std::find(problem.order.begin(), problem.order.end(), problem.givers[offer.giver].channel) - problem.order.begin();
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
    std::vector<std::int64_t> givers;
    std::vector<std::int64_t> takers;
    PerChannel<std::int64_t> channels;

    explicit Left(const AllocationProblem& problem)
    {
        for (const Giver& giver : problem.givers) {
            givers.push_back(giver.capacity.hundredths());
        }
        for (const ExactArea gap : problem.gaps) {
            takers.push_back(gap.hundredths());
        }
        for (const Channel channel : all_channels) {
            channels[channel] = problem.caps[channel] ? problem.caps[channel]->hundredths() : std::numeric_limits<std::int64_t>::max();
        }
    }

    std::int64_t most(const AllocationProblem& problem, const Offer& offer) const
    {
        return std::min({givers[offer.giver], takers[offer.taker], channels[problem.givers[offer.giver].channel]});
    }

    void give(const AllocationProblem& problem, const Offer& offer, std::int64_t amount)
    {
        givers[offer.giver] -= amount;
        takers[offer.taker] -= amount;
        channels[problem.givers[offer.giver].channel] -= amount;
    }
};

void try_from(const AllocationProblem& problem, std::size_t next, Left& left, const Objective& sum, Objective& best)
{
    if (next == problem.offers.size()) {
        best = std::min(best, sum);
        return;
    }
    const Offer& offer = problem.offers[next];
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
std::vector<Move> open_moves(const AllocationProblem& problem, const std::vector<ExactArea>& given)
{
    const std::size_t givers = 1 + all_channels.size();
    const std::size_t takers = givers + problem.givers.size();
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
        const Offer& offer = problem.offers[i];
        left.give(problem, offer, given[i].hundredths());
        connect(givers + offer.giver, takers + offer.taker, given[i].hundredths(), std::numeric_limits<std::int64_t>::max(),
                unit_cost(problem, offer));
    }
    for (const Channel channel : all_channels) {
        connect(0, 1 + static_cast<std::size_t>(channel), total.channels[channel] - left.channels[channel], total.channels[channel], {});
    }
    for (std::size_t i = 0; i < problem.givers.size(); ++i) {
        connect(1 + static_cast<std::size_t>(problem.givers[i].channel), givers + i, total.givers[i] - left.givers[i], total.givers[i], {});
    }
    for (std::size_t i = 0; i < problem.gaps.size(); ++i) {
        connect(takers + i, 0, total.takers[i] - left.takers[i], total.takers[i], {});
    }
    return moves;
}

} // namespace

Objective objective_of(const AllocationProblem& problem, const std::vector<ExactArea>& given)
{
    Objective sum{};
    for (std::size_t i = 0; i < given.size(); ++i) {
        add(sum, unit_cost(problem, problem.offers[i]), given[i].hundredths());
    }
    return sum;
}

bool is_allowed(const AllocationProblem& problem, const std::vector<ExactArea>& given)
{
    Left left(problem);
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i] < ExactArea()) {
            return false;
        }
        left.give(problem, problem.offers[i], given[i].hundredths());
    }
    const auto is_not_overdrawn = [](std::int64_t amount) { return amount >= 0; };
    return std::all_of(left.givers.begin(), left.givers.end(), is_not_overdrawn) &&
           std::all_of(left.takers.begin(), left.takers.end(), is_not_overdrawn) &&
           std::all_of(left.channels.values.begin(), left.channels.values.end(), is_not_overdrawn);
}

Objective best_by_trying_all(const AllocationProblem& problem)
{
    Objective best{};
    Left left(problem);
    try_from(problem, 0, left, {}, best);
    return best;
}

bool cannot_be_bettered(const AllocationProblem& problem, const std::vector<ExactArea>& given)
{
    const std::vector<Move> moves = open_moves(problem, given);
    const std::size_t nodes = 1 + all_channels.size() + problem.givers.size() + problem.gaps.size();
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
