// Prices and cuts of plans, held against the conditions of docs/allocation.md arc by arc.
#include "domain/proof/plan_proof.hpp"

#include "domain/transport/allocation_network.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <random>
#include <stdexcept>

using namespace fieldgap;

namespace {

using Given = std::vector<ExactArea>;

class Dice
{
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}
    std::int64_t upto(std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(random_); }
    bool happens(double probability) { return std::bernoulli_distribution(probability)(random_); }

private:
    std::mt19937_64 random_;
};

ExactArea some(Dice& dice, std::int64_t most)
{
    return ExactArea::hundredths(dice.upto(most));
}

/// With caps, caps of districts, givers and takers that leases used up, prices and walks that are equal or nothing.
TransportProblem random_problem(Dice& dice, std::int64_t givers, std::int64_t takers)
{
    TransportProblem problem;
    const bool has_districts = dice.happens(0.5);
    if (has_districts) {
        problem.district_caps = {{Channel::rent, some(dice, 12)}, {Channel::share, some(dice, 12)}};
    }
    for (std::int64_t g = 0; g < givers; ++g) {
        const Channel channel = dice.happens(0.6) ? Channel::rent : Channel::share;
        SupplyNode giver{channel, some(dice, 9)};
        if (has_districts && dice.happens(0.6)) {
            giver.district_cap = channel == Channel::rent ? 0 : 1;
        }
        problem.supply_nodes.push_back(giver);
    }
    for (std::int64_t taker = 0; taker < takers; ++taker) {
        problem.gaps.push_back(some(dice, 9));
        for (std::int64_t giver = 0; giver < givers; ++giver) {
            if (dice.happens(0.5)) {
                problem.offers.push_back({static_cast<std::uint32_t>(giver), static_cast<std::uint32_t>(taker),
                                          static_cast<double>(dice.upto(3)) * 12.5, static_cast<double>(dice.upto(3)) * 120.0});
            }
        }
    }
    for (const Channel channel : {Channel::rent, Channel::share}) {
        if (dice.happens(0.3)) {
            problem.caps[channel] = some(dice, 20);
        }
    }
    return problem;
}

struct ModelArc
{
    std::uint32_t tail, head;
    UnitPrice price;
    std::int64_t flow = 0;
    std::optional<std::int64_t> capacity = std::nullopt;
};

/// All arcs of the model with what a plan sends over them. The residual only numbers the nodes.
std::vector<ModelArc> model_of(const TransportProblem& problem, const Given& given)
{
    const PlanResidual nodes(problem, given);
    std::vector<ModelArc> arcs;
    for (const Channel channel : all_channels) {
        const auto& cap = problem.caps[channel];
        arcs.push_back(
            {PlanResidual::source, PlanResidual::of_channel(channel), {}, 0, cap ? std::optional(cap->hundredths()) : std::nullopt});
    }
    for (std::uint32_t d = 0; d < problem.district_caps.size(); ++d) {
        const DistrictCap& cap = problem.district_caps[d];
        arcs.push_back({PlanResidual::of_channel(cap.channel), nodes.of_district(d), {}, 0, cap.most.hundredths()});
    }
    for (std::uint32_t g = 0; g < problem.supply_nodes.size(); ++g) {
        const SupplyNode& giver = problem.supply_nodes[g];
        const bool has_district = giver.district_cap != no_district_cap;
        const std::uint32_t above = has_district ? nodes.of_district(giver.district_cap) : PlanResidual::of_channel(giver.channel);
        arcs.push_back({above, PlanResidual::of_giver(g), {}, 0, giver.capacity.hundredths()});
    }
    for (std::size_t i = 0; i < given.size(); ++i) {
        const AllocationArc& offer = problem.offers[i];
        arcs.push_back({PlanResidual::of_giver(offer.supply_node),
                        nodes.of_taker(offer.demand_node),
                        {std::llround(offer.price_per_m2 * 1e4), std::llround(offer.walk_s * 1e3)},
                        given[i].hundredths()});
    }
    for (std::uint32_t taker = 0; taker < problem.gaps.size(); ++taker) {
        arcs.push_back({nodes.of_taker(taker), PlanResidual::sink, {}, 0, problem.gaps[taker].hundredths()});
    }
    // What flows through a node is summed from the offers on, before them and behind them.
    const auto sum = [&](const auto& concerns) {
        std::int64_t flow = 0;
        for (std::size_t i = 0; i < given.size(); ++i) {
            flow += concerns(problem.offers[i]) ? given[i].hundredths() : 0;
        }
        return flow;
    };
    for (ModelArc& arc : arcs) {
        if (arc.head == PlanResidual::sink) {
            arc.flow = sum([&](const AllocationArc& offer) { return nodes.of_taker(offer.demand_node) == arc.tail; });
        } else if (arc.capacity || arc.tail == PlanResidual::source) {
            arc.flow = sum([&](const AllocationArc& offer) {
                const SupplyNode& giver = problem.supply_nodes[offer.supply_node];
                return PlanResidual::of_giver(offer.supply_node) == arc.head || PlanResidual::of_channel(giver.channel) == arc.head ||
                       (giver.district_cap != no_district_cap && nodes.of_district(giver.district_cap) == arc.head);
            });
        }
    }
    return arcs;
}

bool is_possible(const std::vector<ModelArc>& arcs)
{
    return std::all_of(arcs.begin(), arcs.end(),
                       [](const ModelArc& arc) { return arc.flow >= 0 && arc.flow <= arc.capacity.value_or(arc.flow); });
}

bool prices_hold(const std::vector<ModelArc>& arcs, const std::vector<UnitPrice>& prices)
{
    return std::all_of(arcs.begin(), arcs.end(), [&](const ModelArc& arc) {
        const UnitPrice reduced = arc.price + prices[arc.tail] - prices[arc.head];
        const bool is_full = arc.capacity && arc.flow == *arc.capacity;
        return (is_full || reduced >= UnitPrice()) && (arc.flow == 0 || reduced <= UnitPrice());
    });
}

/// Absent where an arc without a capacity leads over.
std::optional<std::int64_t> cut_capacity(const std::vector<ModelArc>& arcs, const std::vector<bool>& is_beyond)
{
    std::int64_t sum = 0;
    for (const ModelArc& arc : arcs) {
        if (!is_beyond[arc.tail] && is_beyond[arc.head]) {
            if (!arc.capacity) {
                return std::nullopt;
            }
            sum += *arc.capacity;
        }
    }
    return sum;
}

using Sums = std::array<std::int64_t, 3>; ///< m2, cost, walk

Sums sums_of(const TransportProblem& problem, const Given& given)
{
    Sums sums{};
    for (std::size_t i = 0; i < given.size(); ++i) {
        sums[0] += given[i].hundredths();
        sums[1] += given[i].hundredths() * price_units(problem.offers[i]);
        sums[2] += given[i].hundredths() * walk_units(problem.offers[i]);
    }
    return sums;
}

/// Every plan that differs from this one by a hundredth that comes over another offer.
template <class Visit>
void each_neighbour(const TransportProblem& problem, const Given& given, const Visit& visit)
{
    const ExactArea hundredth = ExactArea::hundredths(1);
    for (std::size_t from = 0; from < given.size(); ++from) {
        for (std::size_t to = 0; to < given.size() && given[from] > ExactArea(); ++to) {
            Given other = given;
            other[from] = other[from] - hundredth;
            other[to] += hundredth;
            if (from != to && is_possible(model_of(problem, other))) {
                visit(other);
            }
        }
    }
}

PlanProof proof_of_plan(const TransportProblem& problem, const Given& given)
{
    return proof_of(problem, PlanResidual(problem, given));
}

} // namespace

TEST_CASE("the cut carries what is given, and the prices hold on every arc, whatever the limits", "[certificate]")
{
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const TransportProblem problem = random_problem(dice, 1 + dice.upto(6), 1 + dice.upto(6));
        const TransportPlan plan = allocated(problem);
        const PlanProof proof = proof_of_plan(problem, plan.given);
        REQUIRE(proof.is_beyond_cut);
        REQUIRE(proof.prices);

        const std::vector<ModelArc> arcs = model_of(problem, plan.given);
        REQUIRE(cut_capacity(arcs, *proof.is_beyond_cut) == plan.closed.hundredths());
        CHECK(!(*proof.is_beyond_cut)[PlanResidual::source]);
        CHECK((*proof.is_beyond_cut)[PlanResidual::sink]);
        for (const ModelArc& arc : arcs) {
            const bool is_short = arc.head == PlanResidual::sink && arc.flow < *arc.capacity;
            CHECK((!is_short || (*proof.is_beyond_cut)[arc.tail]));
        }
        REQUIRE(prices_hold(arcs, *proof.prices));
        CHECK((*proof.prices)[PlanResidual::source] == UnitPrice());
        CHECK(*std::min_element(proof.prices->begin(), proof.prices->end()) == UnitPrice());
    }
}

TEST_CASE("a hundredth that is dearer, farther or missing breaks the proof, one that is as good does not", "[certificate]")
{
    std::size_t worse = 0, as_good = 0, fewer = 0;
    for (std::uint64_t seed = 1; seed <= 800; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const TransportProblem problem = random_problem(dice, 1 + dice.upto(4), 1 + dice.upto(4));
        const TransportPlan plan = allocated(problem);
        const PlanProof proof = proof_of_plan(problem, plan.given);
        each_neighbour(problem, plan.given, [&](const Given& other) {
            const bool is_worse = sums_of(problem, plan.given) < sums_of(problem, other);
            REQUIRE(prices_hold(model_of(problem, other), *proof.prices) != is_worse);
            if (is_worse) {
                REQUIRE_THROWS_AS(proof_of_plan(problem, other), std::logic_error);
            }
            ++(is_worse ? worse : as_good);
        });
        for (std::size_t i = 0; i < plan.given.size(); ++i) {
            if (plan.given[i] > ExactArea()) {
                Given other = plan.given;
                other[i] = other[i] - ExactArea::hundredths(1);
                REQUIRE(cut_capacity(model_of(problem, other), *proof.is_beyond_cut) > sums_of(problem, other)[0]);
                REQUIRE_THROWS_AS(proof_of_plan(problem, other), std::logic_error);
                ++fewer;
            }
        }
    }
    CHECK(worse > 1000);
    CHECK(as_good > 50);
    CHECK(fewer > 1000);
}

TEST_CASE("where money binds there is no cut, and the price of the next hundredth is beyond the budget", "[certificate]")
{
    std::size_t bound = 0, unbound = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        TransportProblem problem = random_problem(dice, 1 + dice.upto(4), 1 + dice.upto(4));
        problem.objective = Objective::budget;
        problem.budget = dice.upto(4'000'000);
        const TransportPlan plan = allocated(problem);
        const PlanProof proof = proof_of_plan(problem, plan.given);
        REQUIRE(prices_hold(model_of(problem, plan.given), *proof.prices));
        TransportProblem without_limit = problem;
        without_limit.objective = Objective::area;
        without_limit.budget.reset();
        const ExactArea most = max_closed(without_limit);
        if (proof.is_beyond_cut) {
            CHECK(plan.closed == most);
            CHECK(cut_capacity(model_of(problem, plan.given), *proof.is_beyond_cut) == plan.closed.hundredths());
            ++unbound;
        } else {
            CHECK(plan.closed < most);
            CHECK(sums_of(problem, plan.given)[1] + (*proof.prices)[PlanResidual::sink].cost > *problem.budget);
            ++bound;
        }
    }
    CHECK(bound > 50);
    CHECK(unbound > 50);
}

TEST_CASE("where a search decides there is neither cut nor price", "[certificate]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, ExactArea::whole(5)}};
    problem.gaps = {ExactArea::whole(3)};
    problem.offers = {{0, 0, 60.0, 120.0, ExactArea::whole(2)}};
    const PlanProof of_lots = proof_of_plan(problem, allocated(problem).given);
    CHECK(!of_lots.is_beyond_cut);
    CHECK(!of_lots.prices);
    problem.offers[0].at_least = ExactArea();
    CHECK(proof_of_plan(problem, allocated(problem).given).prices);
    problem.objective = Objective::schools;
    CHECK(!proof_of_plan(problem, allocated(problem).given).prices);
}
