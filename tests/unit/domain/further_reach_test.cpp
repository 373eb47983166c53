// A greatest flow with a few arcs more, against the same flow found anew.
#include "domain/allocation/city_problem.hpp"
#include "domain/allocation/further_reach.hpp"
#include "domain/flow/residual_flow.hpp"
#include "domain/transport/area_alone.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <random>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

struct Flow
{
    std::uint32_t nodes = 0;
    std::vector<FlowArc> arcs;

    std::int64_t most() const { return LexicographicMinCostFlow(nodes, arcs).maximise(ResidualFlow::source, ResidualFlow::sink); }

    ResidualFlow residual() const
    {
        LexicographicMinCostFlow found(nodes, arcs);
        found.maximise(ResidualFlow::source, ResidualFlow::sink);
        std::vector<std::int64_t> flow;
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            flow.push_back(found.flow(i));
        }
        return {nodes, arcs, flow};
    }
};

/// Source -> a channel or none -> givers -> takers -> sink, each giver near few takers.
Flow random_city(std::mt19937& random, std::uint32_t givers, std::uint32_t takers)
{
    const std::uint32_t channel = 2;
    const bool is_capped = random() % 3 == 0;
    Flow city{3 + givers + takers, {}};
    for (std::uint32_t g = 0; g < givers; ++g) {
        city.arcs.push_back({is_capped ? channel : ResidualFlow::source, 3 + g, static_cast<std::int64_t>(random() % 12)});
        for (std::uint32_t t = 0; t < takers; ++t) {
            if (random() % 3 == 0) {
                city.arcs.push_back({3 + g, 3 + givers + t, static_cast<std::int64_t>(random() % 9)});
            }
        }
    }
    for (std::uint32_t t = 0; t < takers; ++t) {
        city.arcs.push_back({3 + givers + t, ResidualFlow::sink, static_cast<std::int64_t>(random() % 12)});
    }
    city.arcs.push_back({ResidualFlow::source, channel, static_cast<std::int64_t>(random() % 40)});
    return city;
}

} // namespace

TEST_CASE("what more arcs would let through is what the flow found anew lets through, whatever was asked before", "[further]")
{
    for (unsigned seed = 1; seed <= 600; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const auto givers = static_cast<std::uint32_t>(2 + random() % 7);
        const auto takers = static_cast<std::uint32_t>(2 + random() % 7);
        const Flow city = random_city(random, givers, takers);
        ResidualFlow residual = city.residual();
        for (int question = 0; question < 6; ++question) {
            Flow more = city;
            std::vector<FlowArc> further;
            for (std::size_t i = 1 + random() % 6; i > 0; --i) {
                const auto giver = static_cast<std::uint32_t>(random() % givers);
                const auto taker = static_cast<std::uint32_t>(random() % takers);
                further.push_back({3 + giver, 3 + givers + taker, static_cast<std::int64_t>(random() % 9)});
            }
            more.arcs.insert(more.arcs.end(), further.begin(), further.end());
            REQUIRE(residual.more_with(further) == more.most() - city.most());
        }
    }
}

TEST_CASE("arcs that are kept let as much through as the flow found anew, and what is asked then is asked beside them", "[further]")
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Flow city = random_city(random, 6, 6);
        ResidualFlow residual = city.residual();
        for (int step = 0; step < 5; ++step) {
            std::vector<FlowArc> further;
            for (std::size_t i = 1 + random() % 3; i > 0; --i) {
                const auto giver = static_cast<std::uint32_t>(random() % 6);
                const auto taker = static_cast<std::uint32_t>(random() % 6);
                further.push_back({3 + giver, 9 + taker, static_cast<std::int64_t>(random() % 9)});
            }
            Flow more = city;
            more.arcs.insert(more.arcs.end(), further.begin(), further.end());
            REQUIRE(residual.more_with(further) == more.most() - city.most());
            REQUIRE(residual.keep(further) == more.most() - city.most());
            city = more;
        }
    }
}

TEST_CASE("one arc lets more through exactly where its tail has something left and its head can pass it on", "[further]")
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const Flow city = random_city(random, 5, 5);
        ResidualFlow residual = city.residual();
        for (std::uint32_t giver = 3; giver < 8; ++giver) {
            for (std::uint32_t taker = 8; taker < 13; ++taker) {
                const FlowArc one{giver, taker, 5};
                Flow more = city;
                more.arcs.push_back(one);
                CHECK((more.most() > city.most()) == (residual.has_left(giver) && residual.can_pass_on(taker)));
            }
        }
    }
}

TEST_CASE("a path may leave by one new arc and arrive by another", "[further]")
{
    // 2 has 5 left, 3 is used up by 5; 6 lacks 5. With 2 -> 5 alone nothing more comes through, nor with 3 -> 6.
    const std::vector<FlowArc> arcs = {{0, 2, 5}, {0, 3, 5}, {3, 5, 5}, {5, 1, 5}, {6, 1, 5}};
    const std::vector<std::int64_t> flow = {0, 5, 5, 5, 0};
    ResidualFlow residual(7, arcs, flow);
    const FlowArc leaves{2, 5, 9};
    const FlowArc arrives{3, 6, 9};
    CHECK(residual.more_with(std::vector{leaves}) == 0);
    CHECK(residual.more_with(std::vector{arrives}) == 0);
    CHECK(residual.more_with(std::vector{leaves, arrives}) == 5);
    CHECK(residual.more_with(std::vector{arrives, leaves}) == 5);
}

namespace {

/// Schools with gaps and with too much, venues in two districts, pairs drawn by lot; leases, caps of channels and of districts.
struct CityWithLimits
{
    City city;
    Settings settings;
    Reach reach;
    Results results;

    explicit CityWithLimits(std::mt19937& random)
    {
        const auto some = [&](unsigned below) { return static_cast<double>(random() % below); };
        for (const std::string id : {"A", "B", "C", "D", "E", "F"}) {
            city.schools.push_back(school(id, 400, 0, {some(100), 5.0}));
            city.schools.back().outdoor_m2 = 2000.0 + some(1500); // 3000 are asked for
            city.schools.back().basement_usable_m2 = random() % 3 == 0 ? std::optional(some(300)) : std::nullopt;
        }
        for (const std::string id : {"V", "W", "X", "Y"}) {
            Venue one;
            one.id = id;
            one.at = {some(100), 5.0};
            one.area_m2 = some(1200);
            city.venues.push_back(one);
        }
        city.districts = {{"D1", "West", rectangle(0.0, 0.0, 50.0, 10.0)}, {"D2", "East", rectangle(50.0, 0.0, 50.0, 10.0)}};
        draw_limits(random);
        results = analyse(city, WalkNetworkView(), settings, [](Step) {});
        draw_pairs(random);
    }

    MeasuredCity measured() const { return measured_city(city, results, settings); }

    std::vector<SchoolIndex> everybody() const
    {
        std::vector<SchoolIndex> schools;
        for (std::size_t s = 0; s < city.schools.size(); ++s) {
            schools.push_back(SchoolIndex(s));
        }
        return schools;
    }

    /// The most m2 with these pairs too: leases and caps as they are, no lots, no places, no other objective.
    ExactArea most_with(const std::vector<Giver>& givers, const std::vector<FurtherPair>& further) const
    {
        Reach more = reach;
        for (const FurtherPair& pair : further) {
            const Giver& giver = givers[pair.giver];
            (giver.channel == Channel::rent ? more.rent : more.share).pairs.push_back({pair.school, giver.position, 60.0, 80.0, 0});
        }
        sort(more);
        const MeasuredCity city_measured = measured();
        const DistrictCaps caps(city_measured);
        const LeasedGround leased(city_measured, more, caps, everybody());
        return leased.total() + max_closed(of_area_alone(problem_of(city_measured, more, everybody(), caps, leased).flow));
    }

private:
    static void sort(Reach& reach)
    {
        const auto key = [](const ReachedPair& pair) { return std::pair(pair.school, pair.giver); };
        for (ReachedPairs* pairs : {&reach.rent, &reach.share}) {
            auto& list = pairs->pairs;
            std::sort(list.begin(), list.end(), [&](const ReachedPair& a, const ReachedPair& b) { return key(a) < key(b); });
            list.erase(std::unique(list.begin(), list.end(), [&](const ReachedPair& a, const ReachedPair& b) { return key(a) == key(b); }),
                       list.end());
        }
    }

    void draw_limits(std::mt19937& random)
    {
        const auto maybe = [&](double m2) { return random() % 2 == 0 ? std::optional(m2) : std::nullopt; };
        for (const Channel channel : {Channel::rent, Channel::share, Channel::basement}) {
            ChannelSettings& one = settings.channels[channel];
            one.on = true;
            one.cap_m2 = maybe(static_cast<double>(random() % 2500));
            if (random() % 2 == 0) {
                one.district_caps_m2["West"] = static_cast<double>(random() % 1200);
            }
        }
        if (random() % 3 == 0) {
            settings.channels[Channel::rent].min_lot_m2 = 300.0;
            settings.channels[Channel::rent].max_schools_per_venue = 1;
        }
        settings.allocation.objective = all_objectives[random() % all_objectives.size()];
        settings.allocation.budget_per_year = 50000.0;
        settings.channels[Channel::rent].cost_per_m2 = 60.0;
    }

    void draw_pairs(std::mt19937& random)
    {
        for (std::uint32_t s = 0; s < city.schools.size(); ++s) {
            for (std::uint32_t v = 0; v < city.venues.size(); ++v) {
                if (random() % 3 == 0) {
                    reach.rent.pairs.push_back({SchoolIndex(s), v, 60.0, 80.0, 0});
                    if (random() % 3 == 0) {
                        city.leases.push_back(
                            {std::to_string(city.leases.size()), SchoolIndex(s), v, 1.0 + static_cast<double>(random() % 400), {}, ""});
                    }
                }
            }
            for (std::uint32_t other = 0; other < city.schools.size(); ++other) {
                const bool may_share = results.assessments[s].gap > ExactArea() && results.assessments[other].surplus > ExactArea();
                if (may_share && random() % 3 == 0) {
                    reach.share.pairs.push_back({SchoolIndex(s), other, 60.0, 80.0, 0});
                }
            }
        }
    }
};

std::vector<Giver> all_givers(const CityWithLimits& drawn)
{
    std::vector<Giver> givers;
    for (std::uint32_t v = 0; v < drawn.city.venues.size(); ++v) {
        givers.push_back({Channel::rent, v});
    }
    for (std::uint32_t s = 0; s < drawn.city.schools.size(); ++s) {
        if (drawn.results.assessments[s].surplus > ExactArea()) {
            givers.push_back({Channel::share, s});
        }
    }
    return givers;
}

} // namespace

TEST_CASE("what further pairs close is what solving again closes, under leases and caps and whatever the objective", "[further]")
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const CityWithLimits drawn(random);
        const MeasuredCity measured = drawn.measured();
        const std::vector<Giver> givers = all_givers(drawn);
        const Allocation allocation = allocate(measured, drawn.reach);
        FurtherReach further(measured, drawn.reach, allocation, givers);
        const ExactArea today = drawn.most_with(givers, {});
        for (int question = 0; question < 5; ++question) {
            std::vector<FurtherPair> pairs;
            for (std::size_t i = 1 + random() % 4; i > 0; --i) {
                const auto giver = static_cast<std::uint32_t>(random() % givers.size());
                const auto taker = static_cast<std::uint32_t>(random() % drawn.city.schools.size());
                const bool may_share = givers[giver].channel == Channel::rent || drawn.results.assessments[taker].gap > ExactArea();
                if (may_share) {
                    pairs.push_back({SchoolIndex(taker), giver});
                }
            }
            REQUIRE(further.closed_with(pairs) == drawn.most_with(givers, pairs) - today);
        }
    }
}
