// Objectives, lots, places, caps of districts and budgets against every plan there is.
#include "domain/flow/cost_curve.hpp"
#include "domain/flow/mixed_program.hpp"
#include "domain/transport/problem_parts.hpp"
#include "domain/transport/transport_problem.hpp"
#include "support/allocation_limits.hpp"
#include "support/catch.hpp"

#include <tbb/global_control.h>

#include <random>

using namespace fieldgap;

namespace {

ExactArea m2(std::int64_t whole)
{
    return ExactArea::hundredths(whole * 100);
}

class Dice
{
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}
    std::int64_t upto(std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(random_); }
    bool happens(double probability) { return std::bernoulli_distribution(probability)(random_); }

private:
    std::mt19937_64 random_;
};

struct Form
{
    std::int64_t givers;
    std::int64_t takers;
    std::int64_t most_steps;
    std::int64_t step; ///< hundredths of a m2: everything is a multiple of it
    double density;
};

/// With every kind of limit that there is.
TransportProblem random_problem(Dice& dice, const Form& form, Objective objective)
{
    const auto some = [&](std::int64_t least) { return ExactArea::hundredths((least + dice.upto(form.most_steps - least)) * form.step); };
    TransportProblem problem;
    problem.objective = objective;
    const bool has_districts = dice.happens(0.5);
    if (has_districts) {
        problem.district_caps = {{Channel::rent, some(1)}, {Channel::share, some(1)}};
    }
    for (std::int64_t g = 0; g < form.givers; ++g) {
        const Channel channel = dice.happens(0.6) ? Channel::rent : Channel::share;
        SupplyNode giver{channel, some(0)};
        if (has_districts && dice.happens(0.6)) {
            giver.district_cap = channel == Channel::rent ? 0 : 1;
        }
        if (dice.happens(0.4)) {
            giver.places = dice.upto(2);
        }
        problem.supply_nodes.push_back(giver);
    }
    const ExactArea lot = dice.happens(0.5) ? some(1) : ExactArea();
    for (std::int64_t taker = 0; taker < form.takers; ++taker) {
        problem.gaps.push_back(some(0));
        problem.weights.push_back(objective == Objective::pupils ? dice.upto(900) : 1);
        for (std::int64_t giver = 0; giver < form.givers; ++giver) {
            if (dice.happens(form.density)) {
                const auto price = static_cast<double>(dice.upto(3)) * 12.5;
                const auto walk = static_cast<double>(dice.upto(3)) * 120.0;
                problem.offers.push_back({static_cast<std::uint32_t>(giver), static_cast<std::uint32_t>(taker), price, walk,
                                          std::min(lot, problem.gaps.back()), dice.happens(0.1)});
            }
        }
    }
    if (dice.happens(0.3)) {
        problem.caps[Channel::rent] = some(1);
    }
    if (objective == Objective::budget) {
        problem.budget = dice.upto(form.givers * form.most_steps * form.step * 200'000);
    }
    return problem;
}

void compare(Objective objective, std::uint64_t problems, const Form& form)
{
    for (std::uint64_t seed = 1; seed <= problems; ++seed) {
        CAPTURE(name_of(objective), seed);
        Dice dice(seed);
        const TransportProblem problem = random_problem(dice, form, objective);
        const TransportPlan plan = allocated(problem);
        REQUIRE(oracle::keeps_all_limits(problem, plan.given));
        REQUIRE(oracle::full_objective_of(problem, plan.given) == oracle::full_best_by_trying_all(problem, form.step));
        REQUIRE(plan.is_proven);
        REQUIRE(plan.bound == plan.closed);
        REQUIRE(plan.weight_bound == plan.closed_weight);
    }
}

} // namespace

TEST_CASE("no plan at all is better, under lots, places and caps of channels and districts", "[objectives]")
{
    compare(Objective::area, 250, {3, 2, 3, 3725, 0.9});
}

TEST_CASE("no plan at all closes more schools, then more m2, for less money, with less walking", "[objectives]")
{
    compare(Objective::schools, 250, {2, 3, 3, 3725, 0.9});
}

TEST_CASE("no plan at all closes the gaps of more pupils", "[objectives]")
{
    compare(Objective::pupils, 250, {2, 3, 3, 3725, 0.9});
}

TEST_CASE("no plan at all closes more for the money, to a hundredth of a m2", "[objectives]")
{
    compare(Objective::budget, 250, {3, 2, 4, 1, 0.9});
}

TEST_CASE("two schools are closed rather than one that takes more m2", "[objectives]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(3000)}};
    problem.gaps = {m2(2900), m2(1000), m2(1500)};
    problem.offers = {{0, 0, 60.0, 0.0}, {0, 1, 60.0, 500.0}, {0, 2, 60.0, 500.0}};
    problem.objective = Objective::schools;
    const TransportPlan plan = allocated(problem);
    CHECK(plan.closed == m2(3000));
    CHECK(plan.closed_weight == 2);
    CHECK(plan.given == std::vector<ExactArea>{m2(500), m2(1000), m2(1500)});

    problem.objective = Objective::pupils;
    problem.weights = {900, 300, 500};
    CHECK(allocated(problem).closed_weight == 900);
    CHECK(allocated(problem).given[0] == m2(2900));
}

TEST_CASE("a lot is given whole or not at all, but for a gap that is smaller", "[objectives]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(250)}, {Channel::rent, m2(80)}};
    problem.gaps = {m2(150), m2(150), m2(40)};
    problem.offers = {{0, 0, 60.0, 0.0, m2(100)}, {1, 0, 60.0, 0.0, m2(100)}, {0, 1, 60.0, 100.0, m2(100)}, {1, 2, 60.0, 0.0, m2(40)}};
    const TransportPlan plan = allocated(problem);
    CHECK(plan.given == std::vector<ExactArea>{m2(150), m2(0), m2(100), m2(40)});
    CHECK(plan.closed == m2(290));
    CHECK(plan.bound == m2(290));
}

TEST_CASE("a venue for one school goes to the school that can use more of it", "[objectives]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(1000), no_district_cap, 1}};
    problem.gaps = {m2(300), m2(800)};
    problem.offers = {{0, 0, 60.0, 0.0}, {0, 1, 60.0, 500.0}};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(0), m2(800)});
    problem.offers[0].has_place = true; // by a lease
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(300), m2(700)});
}

TEST_CASE("the cap of a district holds its givers and no others", "[objectives]")
{
    TransportProblem problem;
    problem.district_caps = {{Channel::rent, m2(120)}};
    problem.supply_nodes = {{Channel::rent, m2(100), 0}, {Channel::rent, m2(100), 0}, {Channel::rent, m2(100)}};
    problem.gaps = {m2(1000)};
    problem.offers = {{0, 0, 30.0, 0.0}, {1, 0, 60.0, 0.0}, {2, 0, 90.0, 0.0}};
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(100), m2(20), m2(100)});
    problem.caps[Channel::rent] = m2(210);
    CHECK(allocated(problem).given == std::vector<ExactArea>{m2(100), m2(20), m2(90)});
}

TEST_CASE("a budget buys the cheapest m2 first, and the curve says what each further one costs", "[objectives]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(100)}, {Channel::rent, m2(100)}};
    problem.gaps = {m2(150)};
    problem.offers = {{0, 0, 60.0, 0.0}, {1, 0, 40.0, 600.0}};
    problem.objective = Objective::budget;
    problem.budget = 4'600'000'000; // 4600 yuan: 100 m2 at 40 and 10 at 60
    const TransportPlan plan = allocated(problem);
    CHECK(plan.given == std::vector<ExactArea>{m2(10), m2(100)});
    REQUIRE(plan.cost_curve.size() == 3);
    CHECK(plan.cost_curve[1].yuan == 4000.0);
    CHECK(plan.cost_curve[1].closed == m2(100));
    CHECK(plan.cost_curve[2].yuan == 7000.0);
    CHECK(plan.cost_curve[2].closed == m2(150));
    problem.budget = 0;
    CHECK(allocated(problem).closed == m2(0));
}

TEST_CASE("the steps of the cost curve cost what the cheapest flow of each size costs", "[objectives]")
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        TransportProblem problem = random_problem(dice, {6, 6, 40, 1, 0.5}, Objective::area);
        for (SupplyNode& giver : problem.supply_nodes) {
            giver.places = std::nullopt;
        }
        for (AllocationArc& offer : problem.offers) {
            offer.at_least = ExactArea();
        }
        const ExactArea most = allocated(problem).closed;
        problem.objective = Objective::budget;
        problem.budget = 0;
        const std::vector<CostPoint> curve = allocated(problem).cost_curve;
        CHECK(curve.back().closed == most);
        for (std::size_t k = 1; k < curve.size(); ++k) {
            if (curve[k].yuan == 0.0) {
                continue; // for nothing
            }
            problem.budget = std::llround(curve[k].yuan * 1e6);
            REQUIRE(allocated(problem).closed >= curve[k].closed);
            problem.budget = *problem.budget - 1;
            REQUIRE(allocated(problem).closed < curve[k].closed);
        }
    }
}

TEST_CASE("parts that share no giver and no cap that may bind are solved alone and give the plan of the whole", "[objectives]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(100)}, {Channel::rent, m2(100)}, {Channel::basement, m2(10)}};
    problem.gaps = {m2(500), m2(500), m2(0)};
    problem.offers = {{0, 0, 60.0, 0.0}, {2, 0, 1.0, 0.0}, {1, 1, 60.0, 0.0}, {1, 2, 60.0, 0.0}};
    CHECK(parts_of(problem).size() == 2);
    problem.caps[Channel::rent] = m2(200);
    CHECK(parts_of(problem).size() == 2);
    problem.caps[Channel::rent] = m2(199);
    CHECK(parts_of(problem).size() == 1);
    CHECK(parts_of(problem)[0].offers == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("the plan of every objective is the same for any number of threads", "[objectives]")
{
    for (const Objective objective : all_objectives) {
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            CAPTURE(name_of(objective), seed);
            Dice dice(seed);
            const TransportProblem problem = random_problem(dice, {40, 40, 4000, 25, 0.05}, objective);
            const auto with_threads = [&](std::size_t threads) {
                const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
                return allocated(problem);
            };
            const TransportPlan one = with_threads(1);
            const TransportPlan two = with_threads(2);
            REQUIRE(one.given == two.given);
            REQUIRE(one.given == with_threads(1).given);
            REQUIRE(oracle::keeps_all_limits(problem, one.given));
        }
    }
}

TEST_CASE("a search that is cut off gives a sound plan and says how far off it may be", "[objectives]")
{
    Dice dice(11);
    TransportProblem problem = random_problem(dice, {30, 30, 4000, 1, 0.3}, Objective::area);
    for (SupplyNode& giver : problem.supply_nodes) {
        giver.places = 1;
    }
    problem.max_nodes = 0;
    const TransportPlan plan = allocated(problem);
    CHECK(oracle::keeps_all_limits(problem, plan.given));
    CHECK(plan.bound >= plan.closed);
    CHECK(plan.closed > ExactArea());
}
