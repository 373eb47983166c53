#include "domain/transport/transport_problem.hpp"

#include "gis/error.hpp"
#include "support/allocation_oracle.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

using namespace fieldgap;

namespace {

ExactArea m2(std::int64_t whole)
{
    return ExactArea::hundredths(whole * 100);
}

ExactArea given_through(const TransportProblem& problem, const TransportPlan& plan, Channel channel)
{
    ExactArea sum;
    for (std::size_t i = 0; i < plan.given.size(); ++i) {
        sum += problem.supply_nodes[problem.offers[i].supply_node].channel == channel ? plan.given[i] : ExactArea();
    }
    return sum;
}

class Dice
{
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}
    std::int64_t upto(std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(random_); }
    bool happens(double probability) { return std::bernoulli_distribution(probability)(random_); }
    std::mt19937_64& engine() { return random_; }

private:
    std::mt19937_64 random_;
};

struct Scale
{
    std::int64_t supply_nodes;
    std::int64_t demand_nodes;
    std::int64_t most_hundredths;
    double density;
    std::int64_t prices; ///< few of them make ties
    std::int64_t walks_s;
};

TransportProblem random_problem(Dice& dice, const Scale& scale)
{
    TransportProblem problem;
    std::shuffle(problem.order.begin(), problem.order.end(), dice.engine());
    for (std::int64_t i = 0; i < scale.supply_nodes; ++i) {
        const Channel channel = all_channels[static_cast<std::size_t>(dice.upto(3))];
        problem.supply_nodes.push_back({channel, ExactArea::hundredths(dice.upto(scale.most_hundredths))});
    }
    for (std::int64_t demand_node = 0; demand_node < scale.demand_nodes; ++demand_node) {
        problem.gaps.push_back(ExactArea::hundredths(dice.upto(scale.most_hundredths)));
        for (std::int64_t supply_node = 0; supply_node < scale.supply_nodes; ++supply_node) {
            if (dice.happens(scale.density)) {
                const double price = static_cast<double>(dice.upto(scale.prices)) * 12.5;
                const double walk_s = static_cast<double>(dice.upto(scale.walks_s)) * 0.25;
                problem.offers.push_back({static_cast<std::uint32_t>(supply_node), static_cast<std::uint32_t>(demand_node), price, walk_s});
            }
        }
    }
    for (const Channel channel : all_channels) {
        if (dice.happens(0.3)) {
            problem.caps[channel] = ExactArea::hundredths(dice.upto(scale.most_hundredths * 2));
        }
    }
    return problem;
}

/// The same problem with givers and takers in another order, sorted again.
TransportProblem renumbered(const TransportProblem& problem, Dice& dice)
{
    std::vector<std::uint32_t> supply_node(problem.supply_nodes.size());
    std::vector<std::uint32_t> demand_node(problem.gaps.size());
    std::iota(supply_node.begin(), supply_node.end(), 0U);
    std::iota(demand_node.begin(), demand_node.end(), 0U);
    std::shuffle(supply_node.begin(), supply_node.end(), dice.engine());
    std::shuffle(demand_node.begin(), demand_node.end(), dice.engine());
    TransportProblem other = problem;
    for (std::size_t i = 0; i < supply_node.size(); ++i) {
        other.supply_nodes[supply_node[i]] = problem.supply_nodes[i];
    }
    for (std::size_t i = 0; i < demand_node.size(); ++i) {
        other.gaps[demand_node[i]] = problem.gaps[i];
    }
    for (AllocationArc& offer : other.offers) {
        offer.supply_node = supply_node[offer.supply_node];
        offer.demand_node = demand_node[offer.demand_node];
    }
    std::sort(other.offers.begin(), other.offers.end(), [](const AllocationArc& a, const AllocationArc& b) {
        return std::pair(a.demand_node, a.supply_node) < std::pair(b.demand_node, b.supply_node);
    });
    return other;
}

} // namespace

TEST_CASE("nothing to give or nobody to take gives nothing", "[allocation]")
{
    const TransportPlan nothing = allocated({});
    CHECK(nothing.given.empty());
    CHECK(nothing.closed == ExactArea());
    CHECK(nothing.bound == ExactArea());

    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(0)}, {Channel::rent, m2(50)}, {Channel::share, m2(-5)}};
    problem.gaps = {m2(100), m2(0), m2(-7)};
    problem.offers = {{0, 0, 60.0, 60.0}, {1, 1, 60.0, 60.0}, {2, 0, 10.0, 60.0}, {1, 2, 60.0, 60.0}};
    CHECK(allocated(problem).closed == ExactArea());
    CHECK(allocated(problem).given == std::vector<ExactArea>(4));
}

TEST_CASE("a partner's surplus of 2000 m2 closes a gap of 1000 m2 only where it is within reach (GP-4)", "[allocation]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::share, m2(2000)}};
    problem.gaps = {m2(1000)};
    CHECK(allocated(problem).closed == m2(0));
    problem.offers = {{0, 0, 10.0, 300.0}};
    CHECK(allocated(problem).closed == m2(1000));
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(1000)});
}

TEST_CASE("a venue of 3000 m2 is given whole where gaps of 1000 and 4000 m2 want it (GP-5)", "[allocation]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(3000)}};
    problem.gaps = {m2(1000), m2(4000)};
    problem.offers = {{0, 0, 60.0, 200.0}, {0, 1, 60.0, 300.0}};
    const TransportPlan plan = allocated(problem);
    CHECK(plan.closed == m2(3000));
    CHECK(plan.given == std::vector<ExactArea>{m2(1000), m2(2000)}); // the nearer school first
}

TEST_CASE("a venue of 3000 m2 leaves 1500 m2 of gaps of 500 and 4000 m2 (GP-6)", "[allocation]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(3000)}};
    problem.gaps = {m2(500), m2(4000)};
    problem.offers = {{0, 0, 60.0, 300.0}, {0, 1, 60.0, 200.0}};
    const TransportPlan plan = allocated(problem);
    CHECK(m2(4500) - plan.closed == m2(1500));
    CHECK(plan.given == std::vector<ExactArea>{m2(0), m2(3000)});
}

TEST_CASE("area comes before price: the dear venue is taken where only it closes more", "[allocation]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(100)}, {Channel::rent, m2(100)}};
    problem.gaps = {m2(100), m2(100)};
    // The first school may use both, the second only the cheap one.
    problem.offers = {{0, 0, 1.0, 0.0}, {1, 0, 1e6, 600.0}, {0, 1, 999.0, 600.0}};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(0), m2(100), m2(100)});
}

TEST_CASE("price comes before walking, to a ten-thousandth of a yuan", "[allocation]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(100)}, {Channel::rent, m2(100)}};
    problem.gaps = {m2(100)};
    problem.offers = {{0, 0, 60.0001, 1.0}, {1, 0, 60.0, 600.0}};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(0), m2(100)});
    problem.offers[0].price_per_m2 = 60.00001; // the same price
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(100), m2(0)});
}

TEST_CASE("walking comes before the order of channels, to a millisecond", "[allocation]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::expand, m2(100)}, {Channel::share, m2(100)}};
    problem.gaps = {m2(100)};
    problem.offers = {{0, 0, 20.0, 100.0}, {1, 0, 20.0, 100.001}};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(100), m2(0)});
    problem.offers[1].walk_s = 100.0;
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(0), m2(100)});
}

TEST_CASE("the order of channels breaks the ties that remain", "[allocation]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::share, m2(40)}, {Channel::rent, m2(40)}, {Channel::basement, m2(40)}, {Channel::expand, m2(40)}};
    problem.gaps = {m2(60)};
    problem.offers = {{0, 0, 5.0, 9.0}, {1, 0, 5.0, 9.0}, {2, 0, 5.0, 9.0}, {3, 0, 5.0, 9.0}};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(40), m2(20), m2(0), m2(0)});
    problem.order = {Channel::expand, Channel::basement, Channel::rent, Channel::share};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(0), m2(0), m2(20), m2(40)});
}

TEST_CASE("a cap holds for the whole city, and what it leaves goes to where it closes most", "[allocation]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(100)}, {Channel::rent, m2(100)}, {Channel::basement, m2(30)}};
    problem.gaps = {m2(100), m2(100)};
    problem.offers = {{0, 0, 60.0, 10.0}, {2, 0, 900.0, 0.0}, {1, 1, 60.0, 20.0}};
    problem.caps[Channel::rent] = m2(150);
    const TransportPlan plan = allocated(problem);
    CHECK(plan.closed == m2(180));
    CHECK(given_through(problem, plan, Channel::rent) == m2(150));
    CHECK(plan.given == std::vector<ExactArea>{m2(70), m2(30), m2(80)});

    problem.caps[Channel::rent] = m2(0);
    CHECK(allocated(problem).closed == m2(30));
    problem.caps[Channel::rent] = m2(-1);
    CHECK(allocated(problem).closed == m2(30));
}

TEST_CASE("the last hundredth of a square metre is given and none more", "[allocation]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, ExactArea::hundredths(101)}, {Channel::rent, ExactArea::hundredths(1)}};
    problem.gaps = {ExactArea::hundredths(103)};
    problem.offers = {{0, 0, 60.0, 10.0}, {1, 0, 70.0, 10.0}};
    CHECK(allocated(problem).closed == ExactArea::hundredths(102));
}

TEST_CASE("prices and walks that are no numbers or beyond all bounds do not upset the plan", "[allocation]")
{
    const double infinity = std::numeric_limits<double>::infinity();
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(10)}, {Channel::rent, m2(10)}, {Channel::rent, m2(10)}, {Channel::rent, m2(10)}};
    problem.gaps = {m2(20)};
    problem.offers = {{0, 0, std::nan(""), infinity}, {1, 0, infinity, 1.0}, {2, 0, -3.0, std::nan("")}, {3, 0, 1e300, -infinity}};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(10), m2(0), m2(10), m2(0)});
}

TEST_CASE("20,000 gaps of ten million m2 at the highest prices are counted exactly", "[allocation]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(100'000'000'000)}};
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        problem.gaps.push_back(m2(10'000'000));
        problem.supply_nodes.push_back({Channel::expand, m2(5'000'000)});
        problem.offers.push_back({0, i, 1e6, 600.0 + i});
        problem.offers.push_back({i + 1, i, 1e6, 0.0});
    }
    const TransportPlan plan = allocated(problem);
    CHECK(plan.closed == m2(200'000'000'000));
    CHECK(plan.bound == plan.closed);
    CHECK(std::count(plan.given.begin(), plan.given.end(), m2(5'000'000)) == 40'000);
}

TEST_CASE("areas beyond counting are refused with a text, those just below are not", "[allocation]")
{
    constexpr std::int64_t most = std::int64_t{1} << 60;
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, ExactArea::hundredths(std::numeric_limits<std::int64_t>::max())}};
    problem.gaps = {ExactArea::hundredths(most)};
    problem.offers = {{0, 0, 60.0, 10.0}};
    CHECK(allocated(problem).closed == ExactArea::hundredths(most));

    problem.gaps.push_back(ExactArea::hundredths(1));
    problem.offers.push_back({0, 1, 60.0, 10.0});
    CHECK_THROWS_AS(allocated(problem), gis::Error);
}

TEST_CASE("no allocation at all is better than the one found: every one of 2000 tiny problems was tried", "[allocation]")
{
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const TransportProblem problem =
            random_problem(dice, {1 + dice.upto(2), 1 + dice.upto(2), 2 + dice.upto(2), 0.8, dice.upto(2), dice.upto(2)});
        const TransportPlan plan = allocated(problem);
        const oracle::Objective objective = oracle::objective_of(problem, plan.given);
        REQUIRE(oracle::is_allowed(problem, plan.given));
        REQUIRE(objective == oracle::best_by_trying_all(problem));
        REQUIRE(plan.closed.hundredths() == -objective[0]);
        REQUIRE(plan.bound == plan.closed);
    }
}

TEST_CASE("no circle of changes betters the plan of a larger town, many ties or few", "[allocation]")
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const Scale scale = {5 + dice.upto(75), 5 + dice.upto(55), 1 + dice.upto(500'000), 0.1, dice.upto(4), dice.upto(1) == 0 ? 4 : 2400};
        const TransportProblem problem = random_problem(dice, scale);
        const TransportPlan plan = allocated(problem);
        REQUIRE(oracle::is_allowed(problem, plan.given));
        REQUIRE(oracle::cannot_be_bettered(problem, plan.given));
        REQUIRE(plan.bound == plan.closed);
        REQUIRE(plan.given == allocated(problem).given);
    }
}

TEST_CASE("the search for a circle of changes finds a plan that is not the best", "[allocation]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::share, m2(10)}, {Channel::rent, m2(10)}};
    problem.gaps = {m2(10)};
    problem.offers = {{0, 0, 5.0, 9.0}, {1, 0, 5.0, 9.0}};
    CHECK(oracle::cannot_be_bettered(problem, {m2(10), m2(0)}));
    CHECK_FALSE(oracle::cannot_be_bettered(problem, {m2(0), m2(10)}));
    CHECK_FALSE(oracle::cannot_be_bettered(problem, {m2(9), m2(0)}));
}

TEST_CASE("the numbering of givers and takers changes none of the four objectives", "[allocation]")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const TransportProblem problem = random_problem(dice, {300, 200, 400'000, 0.03, 3, 60});
        const TransportProblem other = renumbered(problem, dice);
        const TransportPlan plan = allocated(problem);
        const TransportPlan plan_of_other = allocated(other);
        REQUIRE(oracle::is_allowed(problem, plan.given));
        REQUIRE(oracle::objective_of(problem, plan.given) == oracle::objective_of(other, plan_of_other.given));
    }
}
