// Who goes where, against trying every way.
#include "domain/seats/seating.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <random>

using namespace fieldgap;

namespace {

ExactPupils thousandths(std::int64_t count)
{
    return ExactPupils::thousandths(count);
}

/// Pupils without a seat, then thousandths x millimetres: the smaller, the better.
using Score = std::pair<std::int64_t, std::int64_t>;

/// What is left of seats while ways are tried one by one.
struct Left
{
    std::vector<std::int64_t> demands;
    std::vector<PerStage<std::int64_t>> seats;
    std::vector<std::int64_t> room;

    explicit Left(const SeatingProblem& problem)
    {
        for (const SeatDemand& demand : problem.demands) {
            demands.push_back(demand.pupils.thousandths());
        }
        for (const SeatSupply& supply : problem.supplies) {
            seats.emplace_back();
            for (const Stage stage : compulsory_stages) {
                seats.back()[stage] = std::max<std::int64_t>(supply.seats[stage].thousandths(), 0);
            }
            room.push_back(std::max<std::int64_t>(supply.room.thousandths(), 0));
        }
    }

    void take(const SeatWay& way, Stage stage, std::int64_t amount)
    {
        demands[way.demand] -= amount;
        seats[way.school][stage] -= amount;
        room[way.school] -= amount;
    }
};

void try_from(const SeatingProblem& problem, std::size_t next, Left& left, std::int64_t walked, Score& best)
{
    if (next == problem.ways.size()) {
        std::int64_t without = 0;
        for (const std::int64_t demand : left.demands) {
            without += demand;
        }
        best = std::min(best, Score(without, walked));
        return;
    }
    const SeatWay& way = problem.ways[next];
    const Stage stage = problem.demands[way.demand].stage;
    const std::int64_t most = std::min({left.demands[way.demand], left.seats[way.school][stage], left.room[way.school]});
    for (std::int64_t amount = 0; amount <= most; ++amount) {
        left.take(way, stage, amount);
        try_from(problem, next + 1, left, walked + amount * std::llround(way.walk_m * 1000.0), best);
        left.take(way, stage, -amount);
    }
}

Score best_by_trying_all(const SeatingProblem& problem)
{
    Left left(problem);
    Score best(1'000'000'000, 0);
    try_from(problem, 0, left, 0, best);
    return best;
}

Score score_of(const SeatingProblem& problem, const SeatingPlan& plan)
{
    Score score(0, 0);
    for (const ExactPupils without : plan.without) {
        score.first += without.thousandths();
    }
    for (std::size_t i = 0; i < plan.seated.size(); ++i) {
        score.second += plan.seated[i].thousandths() * std::llround(problem.ways[i].walk_m * 1000.0);
    }
    return score;
}

bool is_allowed(const SeatingProblem& problem, const SeatingPlan& plan)
{
    Left left(problem);
    for (std::size_t i = 0; i < plan.seated.size(); ++i) {
        left.take(problem.ways[i], problem.demands[problem.ways[i].demand].stage, plan.seated[i].thousandths());
        if (plan.seated[i] < ExactPupils()) {
            return false;
        }
    }
    const auto is_none_over = [](std::int64_t amount) { return amount >= 0; };
    return std::all_of(left.demands.begin(), left.demands.end(), is_none_over) &&
           std::all_of(left.room.begin(), left.room.end(), is_none_over) &&
           std::all_of(left.seats.begin(), left.seats.end(),
                       [](const PerStage<std::int64_t>& seats) { return seats[Stage::primary] >= 0 && seats[Stage::junior] >= 0; });
}

SeatingProblem random_problem(std::mt19937_64& random)
{
    const auto upto = [&](std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(random); };
    SeatingProblem problem;
    for (std::int64_t i = 0; i < 3; ++i) {
        problem.demands.push_back({upto(1) == 0 ? Stage::primary : Stage::junior, thousandths(upto(4))});
        problem.supplies.push_back({{{thousandths(upto(4) - 1), thousandths(upto(4)), thousandths(0)}}, thousandths(upto(5))});
    }
    for (std::uint32_t demand = 0; demand < 3; ++demand) {
        for (std::uint32_t school = 0; school < 3; ++school) {
            if (upto(3) > 0) {
                problem.ways.push_back({demand, school, static_cast<double>(upto(3)) * 100.0});
            }
        }
    }
    return problem;
}

} // namespace

TEST_CASE("a seat goes to whoever saves the most walking", "[seating]")
{
    SeatingProblem problem;
    problem.demands = {{Stage::primary, ExactPupils::whole(100)}, {Stage::primary, ExactPupils::whole(100)}};
    problem.supplies = {{{{ExactPupils::whole(100), {}, {}}}, ExactPupils::whole(500)},
                        {{{ExactPupils::whole(150), {}, {}}}, ExactPupils::whole(500)}};
    problem.ways = {{0, 0, 100.0}, {0, 1, 150.0}, {1, 0, 200.0}, {1, 1, 400.0}};
    const SeatingPlan plan = seated(problem);
    // The first estate gives way at the near school: 50 m more for it, 200 m less for the other.
    CHECK(plan.seated[0].pupils() == 0.0);
    CHECK(plan.seated[1].pupils() == 100.0);
    CHECK(plan.seated[2].pupils() == 100.0);
    CHECK(plan.seated[3].pupils() == 0.0);
}

TEST_CASE("primary and junior pupils share the room that a school's size leaves", "[seating]")
{
    SeatingProblem problem;
    problem.demands = {{Stage::primary, ExactPupils::whole(60)}, {Stage::junior, ExactPupils::whole(60)}};
    problem.supplies = {{{{ExactPupils::whole(80), ExactPupils::whole(80), {}}}, ExactPupils::whole(100)}};
    problem.ways = {{0, 0, 100.0}, {1, 0, 100.0}};
    const SeatingPlan plan = seated(problem);
    CHECK((plan.without[0] + plan.without[1]).pupils() == 20.0);
}

TEST_CASE("the seating is as good as the best of all ways", "[seating]")
{
    const std::uint64_t seed = 5;
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 200; ++round) {
        const SeatingProblem problem = random_problem(random);
        const SeatingPlan plan = seated(problem);
        CAPTURE(round);
        REQUIRE(is_allowed(problem, plan));
        REQUIRE(score_of(problem, plan) == best_by_trying_all(problem));
    }
}

TEST_CASE("of equal ways the school that comes first is taken", "[seating]")
{
    SeatingProblem problem;
    problem.demands = {{Stage::primary, ExactPupils::whole(10)}};
    problem.supplies = {{{{ExactPupils::whole(10), {}, {}}}, ExactPupils::whole(10)},
                        {{{ExactPupils::whole(10), {}, {}}}, ExactPupils::whole(10)}};
    problem.ways = {{0, 0, 100.0}, {0, 1, 100.0}};
    CHECK(seated(problem).seated[0].pupils() == 10.0);
}
