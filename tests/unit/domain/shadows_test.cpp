// What one more m2 of a giver or of a cap would close, against the problem solved again with it.
#include "domain/transport/greatest_flow.hpp"
#include "support/catch.hpp"
#include "support/random_problem.hpp"

#include <algorithm>

using namespace fieldgap;
using namespace fieldgap::test;

TEST_CASE("of a flow that is known the answers are those of the one that was looked for", "[shadows]")
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const TransportProblem problem = random_problem(dice, {1 + dice.upto(8), 1 + dice.upto(8), 900, 0.3});
        const GreatestFlow found(problem);
        const GreatestFlow known(problem, allocated(problem).given);
        REQUIRE(known.given() == found.given());
        for (std::uint32_t giver = 0; giver < problem.supply_nodes.size(); ++giver) {
            REQUIRE(known.would_give_more(giver) == found.would_give_more(giver));
        }
        for (std::uint32_t taker = 0; taker < problem.gaps.size(); ++taker) {
            REQUIRE(known.may_be_short(taker) == found.may_be_short(taker));
        }
    }
}

TEST_CASE("a giver's shadow is 1 where solving again with one more m2 closes more, and 0 elsewhere", "[shadows]")
{
    int ones = 0, zeros = 0;
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const TransportProblem problem = random_problem(dice, {1 + dice.upto(9), 1 + dice.upto(9), 900, 0.3});
        const GreatestFlow flow(problem);
        const ExactArea before = max_closed(problem);
        REQUIRE(flow.given() == before);
        for (std::uint32_t giver = 0; giver < problem.supply_nodes.size(); ++giver) {
            CAPTURE(giver);
            TransportProblem more = problem;
            more.supply_nodes[giver].capacity += m2(1);
            const bool closes = max_closed(more) > before;
            REQUIRE(flow.would_give_more(giver) == closes);
            (closes ? ones : zeros) += 1;
        }
    }
    CHECK(std::min(ones, zeros) > 500); // both are tried
}

TEST_CASE("a cap's shadow is 1 where solving again with one more m2 of it closes more, and 0 elsewhere", "[shadows]")
{
    int ones = 0, zeros = 0;
    for (std::uint64_t seed = 1; seed <= 800; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const TransportProblem problem = random_problem(dice, {1 + dice.upto(9), 1 + dice.upto(9), 900, 0.3});
        const GreatestFlow flow(problem);
        for (const Channel channel : all_channels) {
            if (problem.caps[channel]) {
                CAPTURE(name_of(channel));
                TransportProblem more = problem;
                *more.caps[channel] += m2(1);
                const bool closes = max_closed(more) > max_closed(problem);
                REQUIRE(flow.would_let_more_through(channel) == closes);
                (closes ? ones : zeros) += 1;
            }
        }
    }
    CHECK(std::min(ones, zeros) > 100);
}

TEST_CASE("one more m2 is worth something where only a hundredth is lacking, and lots and places are apart", "[shadows]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(100), no_district_cap, 0}};
    problem.gaps = {ExactArea::hundredths(10'001)};
    problem.offers = {{0, 0, 60.0, 0.0, m2(50)}};
    CHECK(allocated(problem).closed == ExactArea()); // the only giver has no place
    CHECK(GreatestFlow(problem).given() == m2(100));
    CHECK(GreatestFlow(problem).would_give_more(0));
    problem.gaps = {m2(100)};
    CHECK_FALSE(GreatestFlow(problem).would_give_more(0));
}
