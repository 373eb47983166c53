// Where new venues close most: against every set of places, each solved anew.
#include "domain/new_venues/venue_choice.hpp"
#include "domain/new_venues/venue_gains.hpp"
#include "domain/new_venues/venue_greedy.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace fieldgap;

namespace {

using Places = std::vector<std::uint32_t>;

ExactArea m2(std::int64_t whole)
{
    return ExactArea::whole(whole);
}

/// Solved anew with venues at these places; what is closed without any is taken off.
ExactArea gain_of(const VenueProblem& problem, const Places& places)
{
    TransportProblem with = problem.base;
    for (const std::uint32_t place : places) {
        with.supply_nodes.push_back(problem.places[place]);
        for (AllocationArc offer : problem.offers) {
            if (offer.supply_node == place) {
                offer.supply_node = static_cast<std::uint32_t>(with.supply_nodes.size() - 1);
                with.offers.push_back(offer);
            }
        }
    }
    return max_closed(with) - max_closed(problem.base);
}

Places places_in(unsigned set)
{
    Places places;
    for (std::uint32_t place = 0; place < 32; ++place) {
        if ((set >> place & 1U) != 0) {
            places.push_back(place);
        }
    }
    return places;
}

std::map<unsigned, ExactArea> gains_of_all_sets(const VenueProblem& problem)
{
    std::map<unsigned, ExactArea> gains;
    for (unsigned set = 0; set < 1U << problem.places.size(); ++set) {
        gains.emplace(set, gain_of(problem, places_in(set)));
    }
    return gains;
}

ExactArea best_of(const std::map<unsigned, ExactArea>& gains, std::size_t count)
{
    ExactArea best;
    for (const auto& [set, gain] : gains) {
        best = places_in(set).size() <= count ? std::max(best, gain) : best;
    }
    return best;
}

unsigned set_of(const Places& places)
{
    unsigned set = 0;
    for (const std::uint32_t place : places) {
        set |= 1U << place;
    }
    return set;
}

enum class Caps { none, of_rent, of_districts };

/// Few schools, venues and partners of today, and places that reach some of the schools.
VenueProblem random_problem(std::mt19937& random, Caps caps)
{
    VenueProblem problem;
    const auto takers = static_cast<std::uint32_t>(3 + random() % 4);
    for (std::uint32_t taker = 0; taker < takers; ++taker) {
        problem.base.gaps.push_back(m2(static_cast<std::int64_t>(random() % 9)));
    }
    if (caps == Caps::of_districts) {
        problem.base.district_caps = {{Channel::rent, m2(static_cast<std::int64_t>(random() % 9))},
                                      {Channel::rent, m2(static_cast<std::int64_t>(random() % 9))}};
    }
    if (caps != Caps::none) {
        problem.base.caps[Channel::rent] = m2(static_cast<std::int64_t>(random() % 25));
    }
    const auto random_giver = [&](Channel channel) {
        SupplyNode giver{channel, m2(static_cast<std::int64_t>(random() % 8))};
        const bool is_in_capped = caps == Caps::of_districts && channel == Channel::rent && random() % 3 != 0;
        giver.district_cap = is_in_capped ? static_cast<std::uint32_t>(random() % 2) : no_district_cap;
        return giver;
    };
    for (std::uint32_t giver = 0; giver < 3; ++giver) {
        problem.base.supply_nodes.push_back(random_giver(giver == 0 ? Channel::share : Channel::rent));
        for (std::uint32_t taker = 0; taker < takers; ++taker) {
            if (random() % 2 == 0) {
                problem.base.offers.push_back({giver, taker, 0.0, 0.0});
            }
        }
    }
    const auto places = static_cast<std::uint32_t>(1 + random() % 7);
    for (std::uint32_t place = 0; place < places; ++place) {
        problem.places.push_back(random_giver(Channel::rent));
        for (std::uint32_t taker = 0; taker < takers; ++taker) {
            if (random() % 2 == 0) {
                problem.offers.push_back({place, taker, 0.0, 0.0});
            }
        }
    }
    problem.count = 1 + random() % 4;
    return problem;
}

/// A line of schools, each with a gap of its own, and places that each reach two neighbours.
VenueProblem line_of(const std::vector<std::int64_t>& gaps_m2, std::size_t count)
{
    VenueProblem problem;
    for (const std::int64_t gap : gaps_m2) {
        problem.base.gaps.push_back(m2(gap));
    }
    for (std::uint32_t place = 0; place + 1 < gaps_m2.size(); ++place) {
        problem.places.push_back({Channel::rent, m2(1'000'000)});
        problem.offers.push_back({place, place, 0.0, 0.0});
        problem.offers.push_back({place, place + 1, 0.0, 0.0});
    }
    problem.count = count;
    return problem;
}

} // namespace

TEST_CASE("the places chosen are the best of all sets of as many", "[venue_options]")
{
    for (unsigned seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const VenueProblem problem = random_problem(random, static_cast<Caps>(seed % 3));
        const auto gains = gains_of_all_sets(problem);
        const VenueChoice choice = chosen_venues(problem);

        REQUIRE(choice.chosen.size() <= problem.count);
        REQUIRE(choice.gain == best_of(gains, problem.count));
        REQUIRE(choice.bound == choice.gain);
        REQUIRE(choice.is_proven());
        REQUIRE(gains.at(set_of(choice.chosen)) == choice.gain);
        for (std::uint32_t place = 0; place < problem.places.size(); ++place) {
            REQUIRE(choice.alone[place] == gains.at(1U << place));
        }
    }
}

TEST_CASE("each chosen place comes where it closes most beside those before it, and none is idle or could be an earlier one",
          "[venue_options]")
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const VenueProblem problem = random_problem(random, static_cast<Caps>(seed % 3));
        const auto gains = gains_of_all_sets(problem);
        const VenueChoice choice = chosen_venues(problem);
        unsigned before = 0;
        for (std::size_t i = 0; i < choice.chosen.size(); ++i) {
            for (std::size_t later = i; later < choice.chosen.size(); ++later) {
                const ExactArea beside = gains.at(before | 1U << choice.chosen[later]) - gains.at(before);
                REQUIRE((beside < choice.beside[i] || (beside == choice.beside[i] && choice.chosen[later] >= choice.chosen[i])));
            }
            before |= 1U << choice.chosen[i];
            REQUIRE(choice.beside[i] == gains.at(before) - gains.at(before & ~(1U << choice.chosen[i])));
        }
        for (const std::uint32_t place : choice.chosen) {
            REQUIRE(gains.at(before & ~(1U << place)) < choice.gain);
            for (std::uint32_t earlier = 0; earlier < place; ++earlier) {
                const unsigned other = (before & ~(1U << place)) | 1U << earlier;
                REQUIRE(((before >> earlier & 1U) != 0 || gains.at(other) < choice.gain));
            }
        }
    }
}

TEST_CASE("the lazy choice is that of asking every place at every step, and its bound is one", "[venue_options]")
{
    for (unsigned seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const VenueProblem problem = random_problem(random, seed % 2 == 0 ? Caps::none : Caps::of_rent);
        const auto gains = gains_of_all_sets(problem);
        const GreedyVenues greedy = greedily_chosen(VenueGains(problem, DistrictCapsBind::today_only), problem.count);

        unsigned chosen = 0;
        for (const std::uint32_t place : greedy.chosen) {
            for (std::uint32_t other = 0; other < problem.places.size(); ++other) {
                const ExactArea more = gains.at(chosen | 1U << other);
                REQUIRE((more < gains.at(chosen | 1U << place) ||
                         (more == gains.at(chosen | 1U << place) && (chosen >> other & 1U) == 0 && other >= place) ||
                         (chosen >> other & 1U) != 0));
            }
            chosen |= 1U << place;
        }
        const ExactArea best = best_of(gains, problem.count);
        REQUIRE(greedy.gain == gains.at(chosen));
        REQUIRE(greedy.bound >= best);
        REQUIRE(greedy.gain.square_metres() >= best.square_metres() * 0.632);
    }
}

TEST_CASE("the one in the middle closes most alone, the two beside it most together", "[venue_options]")
{
    const VenueChoice one = chosen_venues(line_of({10, 11, 11, 10}, 1));
    CHECK(one.chosen == Places{1});
    CHECK(one.gain == m2(22));
    const VenueProblem problem = line_of({10, 11, 11, 10}, 2);
    const GreedyVenues greedy = greedily_chosen(VenueGains(problem, DistrictCapsBind::today_only), 2);
    CHECK(greedy.chosen == Places{1, 0});
    CHECK(greedy.gain == m2(32));
    CHECK(greedy.bound == m2(42)); // 22 and the two that would close 10 more
    const VenueChoice two = chosen_venues(problem);
    CHECK(two.chosen == Places{0, 2});
    CHECK(two.beside == std::vector<ExactArea>{m2(21), m2(21)});
    CHECK(two.bound == m2(42));
}

TEST_CASE("a search that is cut off says how much better others could be", "[venue_options]")
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        VenueProblem problem = random_problem(random, static_cast<Caps>(seed % 3));
        problem.base.max_nodes = 0;
        const VenueChoice choice = chosen_venues(problem);
        const ExactArea best = best_of(gains_of_all_sets(problem), problem.count);
        CHECK(choice.gain <= best);
        CHECK(choice.bound >= best);
        CHECK(gain_of(problem, choice.chosen) == choice.gain);
    }
}

TEST_CASE("with a cap of a district two places may close more together than each alone", "[venue_options]")
{
    // U lacks 1, V lacks 1. Today's venue M is near U, in a district that gives 1 at most. A, in that district too, is near V; B,
    // elsewhere, near U: only where B serves U is the district's 1 free for V.
    VenueProblem problem;
    problem.base.gaps = {m2(1), m2(1)};
    problem.base.district_caps = {{Channel::rent, m2(1)}};
    problem.base.supply_nodes = {{Channel::rent, m2(1), 0}};
    problem.base.offers = {{0, 0, 0.0, 0.0}};
    problem.places = {{Channel::rent, m2(1), 0}, {Channel::rent, m2(1)}};
    problem.offers = {{0, 1, 0.0, 0.0}, {1, 0, 0.0, 0.0}};
    problem.count = 1;
    CHECK(chosen_venues(problem).gain == ExactArea());
    CHECK(chosen_venues(problem).chosen.empty());
    problem.count = 2;
    const VenueChoice both = chosen_venues(problem);
    CHECK(both.gain == m2(1));
    CHECK(both.chosen == Places{0, 1});
    CHECK(both.beside == std::vector<ExactArea>{ExactArea(), m2(1)});
}

TEST_CASE("of places that close the same the earlier one is chosen, and of those that close nothing none", "[venue_options]")
{
    VenueProblem problem;
    problem.base.gaps = {m2(7), m2(0)};
    problem.places.assign(4, {Channel::rent, m2(9)});
    problem.offers = {{0, 1, 0.0, 0.0}, {1, 0, 0.0, 0.0}, {2, 0, 0.0, 0.0}};
    for (const std::size_t count : {1U, 2U, 4U, 9U}) {
        problem.count = count;
        const VenueChoice choice = chosen_venues(problem);
        CHECK(choice.chosen == Places{1});
        CHECK(choice.gain == m2(7));
        CHECK(choice.is_proven());
    }
}

TEST_CASE("more than two hundred places are not searched, and the bound is that of the lazy choice", "[venue_options]")
{
    // Seventy lines as above, each with three places; the middle one of each is taken first, then any of its neighbours.
    VenueProblem problem;
    for (std::uint32_t line = 0; line < 70; ++line) {
        const VenueProblem one = line_of({10, 11, 11, 10}, 2);
        const auto first_place = static_cast<std::uint32_t>(problem.places.size());
        const auto first_taker = static_cast<std::uint32_t>(problem.base.gaps.size());
        problem.base.gaps.insert(problem.base.gaps.end(), one.base.gaps.begin(), one.base.gaps.end());
        problem.places.insert(problem.places.end(), one.places.begin(), one.places.end());
        for (AllocationArc offer : one.offers) {
            offer.supply_node += first_place;
            offer.demand_node += first_taker;
            problem.offers.push_back(offer);
        }
    }
    problem.count = 140;
    const VenueChoice choice = chosen_venues(problem);
    CHECK(choice.chosen.size() == 140);
    CHECK(choice.gain == m2(70 * 32));
    CHECK(choice.bound == m2(70 * 42));
    CHECK_FALSE(choice.is_proven());
    problem.count = 70;
    CHECK(chosen_venues(problem).gain == m2(70 * 22));
    CHECK(chosen_venues(problem).is_proven());
}
