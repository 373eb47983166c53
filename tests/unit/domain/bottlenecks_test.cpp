// Groups of takers that nothing they reach can close, against all sets of takers.
#include "domain/proof/bottlenecks.hpp"
#include "support/catch.hpp"
#include "support/random_problem.hpp"

#include <algorithm>
#include <set>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

ExactArea all_gaps(const TransportProblem& problem)
{
    ExactArea sum;
    for (const ExactArea gap : problem.gaps) {
        sum += gap;
    }
    return sum;
}

std::set<std::uint32_t> givers_of(const TransportProblem& problem, const std::set<std::uint32_t>& takers)
{
    std::set<std::uint32_t> givers;
    for (const AllocationArc& offer : problem.offers) {
        if (takers.contains(offer.demand_node) && problem.supply_nodes[offer.supply_node].capacity > ExactArea()) {
            givers.insert(offer.supply_node);
        }
    }
    return givers;
}

/// By how much the gaps of the takers exceed what all givers that they reach have.
ExactArea excess_of(const TransportProblem& problem, const std::set<std::uint32_t>& takers)
{
    ExactArea sum;
    for (const std::uint32_t taker : takers) {
        sum += problem.gaps[taker];
    }
    for (const std::uint32_t giver : givers_of(problem, takers)) {
        sum = sum - problem.supply_nodes[giver].capacity;
    }
    return sum;
}

/// Takers that are in every set of the largest excess, and that excess; by trying all sets.
std::pair<std::set<std::uint32_t>, ExactArea> least_worst_set(const TransportProblem& problem)
{
    std::set<std::uint32_t> in_all;
    ExactArea most;
    for (std::uint32_t mask = 0; mask < 1U << problem.gaps.size(); ++mask) {
        std::set<std::uint32_t> takers;
        for (std::uint32_t taker = 0; taker < problem.gaps.size(); ++taker) {
            if ((mask >> taker & 1U) != 0) {
                takers.insert(taker);
            }
        }
        const ExactArea found = excess_of(problem, takers);
        if (found > most) {
            most = found;
            in_all = takers;
        } else if (found == most) {
            std::erase_if(in_all, [&](std::uint32_t taker) { return !takers.contains(taker); });
        }
    }
    return {in_all, most};
}

/// Whether the takers hang together by givers that have something.
bool is_one_group(const TransportProblem& problem, const std::vector<std::uint32_t>& takers)
{
    std::set<std::uint32_t> met = {takers.front()};
    for (std::size_t before = 0; before != met.size();) {
        before = met.size();
        const std::set<std::uint32_t> givers = givers_of(problem, met);
        for (const std::uint32_t taker : takers) {
            const std::set<std::uint32_t> own = givers_of(problem, {taker});
            if (std::any_of(own.begin(), own.end(), [&](std::uint32_t giver) { return givers.contains(giver); })) {
                met.insert(taker);
            }
        }
    }
    return met.size() == takers.size();
}

void check_groups(const TransportProblem& problem, const std::vector<ShortGroup>& groups)
{
    std::set<std::uint32_t> givers;
    std::size_t givers_of_groups = 0;
    for (const ShortGroup& group : groups) {
        const std::set<std::uint32_t> takers(group.takers.begin(), group.takers.end());
        const std::set<std::uint32_t> own = givers_of(problem, takers);
        givers.insert(own.begin(), own.end());
        givers_of_groups += own.size();
        REQUIRE(std::is_sorted(group.takers.begin(), group.takers.end()));
        REQUIRE(is_one_group(problem, group.takers));
        REQUIRE(group.unmet() > ExactArea());
        REQUIRE(group.unmet() == excess_of(problem, takers));
    }
    REQUIRE(givers.size() == givers_of_groups); // no giver in two
}

} // namespace

TEST_CASE("the groups are the takers in every set whose gaps exceed its givers the most, and share no giver", "[bottlenecks]")
{
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const TransportProblem problem = without_caps(random_problem(dice, {1 + dice.upto(6), 1 + dice.upto(7), 900, 0.35}));
        const auto [expected, most] = least_worst_set(problem);
        const std::vector<ShortGroup> groups = short_groups(problem, GreatestFlow(problem));
        check_groups(problem, groups);
        std::set<std::uint32_t> takers;
        ExactArea unmet;
        for (const ShortGroup& group : groups) {
            takers.insert(group.takers.begin(), group.takers.end());
            unmet += group.unmet();
        }
        REQUIRE(takers == expected);
        REQUIRE(unmet == most);
        REQUIRE(unmet == all_gaps(problem) - max_closed(problem));
    }
}

TEST_CASE("what is unmet of all groups is what the allocation without caps leaves, in cities of many schools too", "[bottlenecks]")
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const TransportProblem problem = without_caps(random_problem(dice, {60, 80, 100'000, 0.03}));
        const std::vector<ShortGroup> groups = short_groups(problem, GreatestFlow(problem));
        check_groups(problem, groups);
        ExactArea unmet;
        for (const ShortGroup& group : groups) {
            unmet += group.unmet();
        }
        REQUIRE(unmet == all_gaps(problem) - allocated(problem).closed);
    }
}

TEST_CASE("a taker that another giver can close is in no group, though it also reaches that of a group", "[bottlenecks]")
{
    // V has 900 m2 for A (1000) and B (600); C (500) reaches V, and W with 800.
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(900)}, {Channel::rent, m2(800)}};
    problem.gaps = {m2(1000), m2(600), m2(500)};
    problem.offers = {{0, 0}, {0, 1}, {0, 2}, {1, 2}};
    const auto groups = short_groups(problem, GreatestFlow(problem));
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].takers == std::vector<std::uint32_t>{0, 1});
    CHECK(groups[0].deficit == m2(1600));
    CHECK(groups[0].reachable == m2(900));
    CHECK(groups[0].unmet() == m2(700));
}

TEST_CASE("a set that only just does not suffice is no group, and neither is one that only just does", "[bottlenecks]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(1000)}};
    problem.gaps = {m2(1000)};
    problem.offers = {{0, 0}};
    CHECK(short_groups(problem, GreatestFlow(problem)).empty());
    problem.gaps = {ExactArea::hundredths(100'001)};
    REQUIRE(short_groups(problem, GreatestFlow(problem)).size() == 1);
    CHECK(short_groups(problem, GreatestFlow(problem))[0].unmet() == ExactArea::hundredths(1));
}

TEST_CASE("takers that share only a giver without ground are groups of their own, the most unmet first", "[bottlenecks]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(0)}};
    problem.gaps = {m2(100), m2(300), m2(300), m2(0)};
    problem.offers = {{0, 0}, {0, 1}, {0, 2}};
    const auto groups = short_groups(problem, GreatestFlow(problem));
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].takers == std::vector<std::uint32_t>{1});
    CHECK(groups[1].takers == std::vector<std::uint32_t>{2});
    CHECK(groups[2].takers == std::vector<std::uint32_t>{0});
    CHECK(groups[2].reachable == m2(0));
}

TEST_CASE("caps make no bottleneck", "[bottlenecks]")
{
    TransportProblem problem;
    problem.supply_nodes = {{Channel::rent, m2(1000), 0}};
    problem.gaps = {m2(1000)};
    problem.offers = {{0, 0}};
    problem.caps[Channel::rent] = m2(500);
    problem.district_caps = {{Channel::rent, m2(200)}};
    const TransportProblem free = without_caps(problem);
    CHECK(max_closed(problem) == m2(200));
    CHECK(max_closed(free) == m2(1000));
    CHECK(short_groups(free, GreatestFlow(free)).empty());
}

TEST_CASE("caps hold a flow exactly where more can be given without them, and where they do not its groups are those without them",
          "[bottlenecks]")
{
    int held = 0;
    for (std::uint64_t seed = 1; seed <= 800; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const TransportProblem problem = random_problem(dice, {1 + dice.upto(8), 1 + dice.upto(8), 900, 0.3});
        const TransportProblem free = without_caps(problem);
        const GreatestFlow flow(problem);
        REQUIRE(flow.is_held_by_caps() == (max_closed(free) > max_closed(problem)));
        held += flow.is_held_by_caps() ? 1 : 0;
        if (!flow.is_held_by_caps()) {
            const auto groups = short_groups(problem, flow);
            const auto expected = short_groups(free, GreatestFlow(free));
            REQUIRE(groups.size() == expected.size());
            for (std::size_t i = 0; i < groups.size(); ++i) {
                REQUIRE(groups[i].takers == expected[i].takers);
                REQUIRE(groups[i].reachable == expected[i].reachable);
            }
        }
    }
    CHECK(std::min(held, 800 - held) > 100);
}
