#include "domain/allocation.hpp"

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

ExactArea given_through(const AllocationProblem& problem, const AllocationPlan& plan, Channel channel)
{
    ExactArea sum;
    for (std::size_t i = 0; i < plan.given.size(); ++i) {
        sum += problem.givers[problem.offers[i].giver].channel == channel ? plan.given[i] : ExactArea();
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
    std::int64_t givers;
    std::int64_t takers;
    std::int64_t most_hundredths;
    double density;
    std::int64_t prices; ///< few of them make ties
    std::int64_t walks_s;
};

AllocationProblem random_problem(Dice& dice, const Scale& scale)
{
    AllocationProblem problem;
    std::shuffle(problem.order.begin(), problem.order.end(), dice.engine());
    for (std::int64_t i = 0; i < scale.givers; ++i) {
        const Channel channel = all_channels[static_cast<std::size_t>(dice.upto(3))];
        problem.givers.push_back({channel, ExactArea::hundredths(dice.upto(scale.most_hundredths))});
    }
    for (std::int64_t taker = 0; taker < scale.takers; ++taker) {
        problem.gaps.push_back(ExactArea::hundredths(dice.upto(scale.most_hundredths)));
        for (std::int64_t giver = 0; giver < scale.givers; ++giver) {
            if (dice.happens(scale.density)) {
                const double price = static_cast<double>(dice.upto(scale.prices)) * 12.5;
                const double walk_s = static_cast<double>(dice.upto(scale.walks_s)) * 0.25;
                problem.offers.push_back({static_cast<std::uint32_t>(giver), static_cast<std::uint32_t>(taker), price, walk_s});
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
AllocationProblem renumbered(const AllocationProblem& problem, Dice& dice)
{
    std::vector<std::uint32_t> giver(problem.givers.size());
    std::vector<std::uint32_t> taker(problem.gaps.size());
    std::iota(giver.begin(), giver.end(), 0U);
    std::iota(taker.begin(), taker.end(), 0U);
    std::shuffle(giver.begin(), giver.end(), dice.engine());
    std::shuffle(taker.begin(), taker.end(), dice.engine());
    AllocationProblem other = problem;
    for (std::size_t i = 0; i < giver.size(); ++i) {
        other.givers[giver[i]] = problem.givers[i];
    }
    for (std::size_t i = 0; i < taker.size(); ++i) {
        other.gaps[taker[i]] = problem.gaps[i];
    }
    for (Offer& offer : other.offers) {
        offer.giver = giver[offer.giver];
        offer.taker = taker[offer.taker];
    }
    std::sort(other.offers.begin(), other.offers.end(),
              [](const Offer& a, const Offer& b) { return std::pair(a.taker, a.giver) < std::pair(b.taker, b.giver); });
    return other;
}

} // namespace

TEST_CASE("nothing to give or nobody to take gives nothing", "[allocation]")
{
    const AllocationPlan nothing = allocated({});
    CHECK(nothing.given.empty());
    CHECK(nothing.closed == ExactArea());
    CHECK(nothing.bound == ExactArea());

    AllocationProblem problem;
    problem.givers = {{Channel::rent, m2(0)}, {Channel::rent, m2(50)}, {Channel::share, m2(-5)}};
    problem.gaps = {m2(100), m2(0), m2(-7)};
    problem.offers = {{0, 0, 60.0, 60.0}, {1, 1, 60.0, 60.0}, {2, 0, 10.0, 60.0}, {1, 2, 60.0, 60.0}};
    CHECK(allocated(problem).closed == ExactArea());
    CHECK(allocated(problem).given == std::vector<ExactArea>(4));
}

TEST_CASE("a partner's surplus of 2000 m2 closes a gap of 1000 m2 only where it is within reach (GP-4)", "[allocation]")
{
    AllocationProblem problem;
    problem.givers = {{Channel::share, m2(2000)}};
    problem.gaps = {m2(1000)};
    CHECK(allocated(problem).closed == m2(0));
    problem.offers = {{0, 0, 10.0, 300.0}};
    CHECK(allocated(problem).closed == m2(1000));
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(1000)});
}

TEST_CASE("a venue of 3000 m2 is given whole where gaps of 1000 and 4000 m2 want it (GP-5)", "[allocation]")
{
    AllocationProblem problem;
    problem.givers = {{Channel::rent, m2(3000)}};
    problem.gaps = {m2(1000), m2(4000)};
    problem.offers = {{0, 0, 60.0, 200.0}, {0, 1, 60.0, 300.0}};
    const AllocationPlan plan = allocated(problem);
    CHECK(plan.closed == m2(3000));
    CHECK(plan.given == std::vector<ExactArea>{m2(1000), m2(2000)}); // the nearer school first
}

TEST_CASE("a venue of 3000 m2 leaves 1500 m2 of gaps of 500 and 4000 m2 (GP-6)", "[allocation]")
{
    AllocationProblem problem;
    problem.givers = {{Channel::rent, m2(3000)}};
    problem.gaps = {m2(500), m2(4000)};
    problem.offers = {{0, 0, 60.0, 300.0}, {0, 1, 60.0, 200.0}};
    const AllocationPlan plan = allocated(problem);
    CHECK(m2(4500) - plan.closed == m2(1500));
    CHECK(plan.given == std::vector<ExactArea>{m2(0), m2(3000)});
}

TEST_CASE("area comes before price: the dear venue is taken where only it closes more", "[allocation]")
{
    AllocationProblem problem;
    problem.givers = {{Channel::rent, m2(100)}, {Channel::rent, m2(100)}};
    problem.gaps = {m2(100), m2(100)};
    // The first school may use both, the second only the cheap one.
    problem.offers = {{0, 0, 1.0, 0.0}, {1, 0, 1e6, 600.0}, {0, 1, 999.0, 600.0}};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(0), m2(100), m2(100)});
}

TEST_CASE("price comes before walking, to a ten-thousandth of a yuan", "[allocation]")
{
    AllocationProblem problem;
    problem.givers = {{Channel::rent, m2(100)}, {Channel::rent, m2(100)}};
    problem.gaps = {m2(100)};
    problem.offers = {{0, 0, 60.0001, 1.0}, {1, 0, 60.0, 600.0}};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(0), m2(100)});
    problem.offers[0].price_per_m2 = 60.00001; // the same price
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(100), m2(0)});
}

TEST_CASE("walking comes before the order of channels, to a millisecond", "[allocation]")
{
    AllocationProblem problem;
    problem.givers = {{Channel::expand, m2(100)}, {Channel::share, m2(100)}};
    problem.gaps = {m2(100)};
    problem.offers = {{0, 0, 20.0, 100.0}, {1, 0, 20.0, 100.001}};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(100), m2(0)});
    problem.offers[1].walk_s = 100.0;
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(0), m2(100)});
}

TEST_CASE("the order of channels breaks the ties that remain", "[allocation]")
{
    AllocationProblem problem;
    problem.givers = {{Channel::share, m2(40)}, {Channel::rent, m2(40)}, {Channel::basement, m2(40)}, {Channel::expand, m2(40)}};
    problem.gaps = {m2(60)};
    problem.offers = {{0, 0, 5.0, 9.0}, {1, 0, 5.0, 9.0}, {2, 0, 5.0, 9.0}, {3, 0, 5.0, 9.0}};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(40), m2(20), m2(0), m2(0)});
    problem.order = {Channel::expand, Channel::basement, Channel::rent, Channel::share};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(0), m2(0), m2(20), m2(40)});
}

TEST_CASE("a cap holds for the whole city, and what it leaves goes to where it closes most", "[allocation]")
{
    AllocationProblem problem;
    problem.givers = {{Channel::rent, m2(100)}, {Channel::rent, m2(100)}, {Channel::basement, m2(30)}};
    problem.gaps = {m2(100), m2(100)};
    problem.offers = {{0, 0, 60.0, 10.0}, {2, 0, 900.0, 0.0}, {1, 1, 60.0, 20.0}};
    problem.caps[Channel::rent] = m2(150);
    const AllocationPlan plan = allocated(problem);
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
    AllocationProblem problem;
    problem.givers = {{Channel::rent, ExactArea::hundredths(101)}, {Channel::rent, ExactArea::hundredths(1)}};
    problem.gaps = {ExactArea::hundredths(103)};
    problem.offers = {{0, 0, 60.0, 10.0}, {1, 0, 70.0, 10.0}};
    CHECK(allocated(problem).closed == ExactArea::hundredths(102));
}

TEST_CASE("prices and walks that are no numbers or beyond all bounds do not upset the plan", "[allocation]")
{
    const double infinity = std::numeric_limits<double>::infinity();
    AllocationProblem problem;
    problem.givers = {{Channel::rent, m2(10)}, {Channel::rent, m2(10)}, {Channel::rent, m2(10)}, {Channel::rent, m2(10)}};
    problem.gaps = {m2(20)};
    problem.offers = {{0, 0, std::nan(""), infinity}, {1, 0, infinity, 1.0}, {2, 0, -3.0, std::nan("")}, {3, 0, 1e300, -infinity}};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(10), m2(0), m2(10), m2(0)});
}

TEST_CASE("20,000 gaps of ten million m2 at the highest prices are counted exactly", "[allocation]")
{
    AllocationProblem problem;
    problem.givers = {{Channel::rent, m2(100'000'000'000)}};
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        problem.gaps.push_back(m2(10'000'000));
        problem.givers.push_back({Channel::expand, m2(5'000'000)});
        problem.offers.push_back({0, i, 1e6, 600.0 + i});
        problem.offers.push_back({i + 1, i, 1e6, 0.0});
    }
    const AllocationPlan plan = allocated(problem);
    CHECK(plan.closed == m2(200'000'000'000));
    CHECK(plan.bound == plan.closed);
    CHECK(std::count(plan.given.begin(), plan.given.end(), m2(5'000'000)) == 40'000);
}

TEST_CASE("areas beyond counting are refused with a text, those just below are not", "[allocation]")
{
    constexpr std::int64_t most = std::int64_t{1} << 60;
    AllocationProblem problem;
    problem.givers = {{Channel::rent, ExactArea::hundredths(std::numeric_limits<std::int64_t>::max())}};
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
        const AllocationProblem problem =
            random_problem(dice, {1 + dice.upto(2), 1 + dice.upto(2), 2 + dice.upto(2), 0.8, dice.upto(2), dice.upto(2)});
        const AllocationPlan plan = allocated(problem);
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
        const AllocationProblem problem = random_problem(dice, scale);
        const AllocationPlan plan = allocated(problem);
        REQUIRE(oracle::is_allowed(problem, plan.given));
        REQUIRE(oracle::cannot_be_bettered(problem, plan.given));
        REQUIRE(plan.bound == plan.closed);
        REQUIRE(plan.given == allocated(problem).given);
    }
}

TEST_CASE("the search for a circle of changes finds a plan that is not the best", "[allocation]")
{
    AllocationProblem problem;
    problem.givers = {{Channel::share, m2(10)}, {Channel::rent, m2(10)}};
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
        const AllocationProblem problem = random_problem(dice, {300, 200, 400'000, 0.03, 3, 60});
        const AllocationProblem other = renumbered(problem, dice);
        const AllocationPlan plan = allocated(problem);
        const AllocationPlan plan_of_other = allocated(other);
        REQUIRE(oracle::is_allowed(problem, plan.given));
        REQUIRE(oracle::objective_of(problem, plan.given) == oracle::objective_of(other, plan_of_other.given));
    }
}
