// Whether verdicts hang on the walking speed: small cities by hand at three speeds, and random ones against whole analyses at each.
#include "domain/analysis/certainty.hpp"
#include "domain/walk_map/link_speed.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <random>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

School lacking(char id, gis::Point at)
{
    School one = school(std::string(1, id), 400, 0, at);
    one.outdoor_m2 = 2000.0; // of 3000
    return one;
}

Venue venue_of(char id, gis::Point at, double area_m2, std::optional<double> price_per_m2 = std::nullopt)
{
    Venue one;
    one.id = std::string(1, id);
    one.at = at;
    one.area_m2 = area_m2;
    one.price_per_m2 = price_per_m2;
    return one;
}

Settings renting()
{
    Settings settings;
    settings.channels[Channel::rent] = {true, 60.0, std::nullopt};
    return settings;
}

struct Analysed
{
    City city;
    gis::WalkNetwork network;
    Settings settings;
    WalkNetworkView walking{&network, {}};
    Results results;

    Analysed(City of, gis::WalkNetwork streets, Settings by) : city(std::move(of)), network(std::move(streets)), settings(std::move(by))
    {
        results = analyse(city, walking, settings, [](Step) {});
    }
    Analysed(const Analysed&) = delete;
    Analysed& operator=(const Analysed&) = delete;

    Certainty certain() const { return certainty({city, results, walking, settings}); }
    double flips_at(std::size_t rent_pair) const
    {
        return LinkSpeeds(settings.walk, walking, results.reach).flips_at_m_per_min(Channel::rent, results.reach.rent.pairs[rent_pair]);
    }
};

} // namespace

TEST_CASE("a school that a venue saves at one speed and not at another is fragile, at the fastest that changes it", "[certainty]")
{
    // 1 cell is 40 m: F to X 640 m, D to X 400 m, B to X 800 m.
    const AsciiTown town("F---------------X---------D---------B", metres_per_cell(40));
    City city;
    city.schools = {lacking('B', town.at('B')), lacking('D', town.at('D')), lacking('F', town.at('F'))};
    city.venues = {venue_of('X', town.at('X'), 3000.0)};
    const Analysed analysed(city, town.network(), renting());
    const Certainty certain = analysed.certain();
    REQUIRE(certain.of_school.size() == 3);
    CHECK(certain.of_school[0]->flips_at_m_per_min == 66.7); // and at 60
    CHECK_FALSE(certain.of_school[1]->flips_at_m_per_min);
    CHECK(certain.of_school[2]->flips_at_m_per_min == 60.0);

    REQUIRE(certain.at.size() == 3);
    const std::array<std::size_t, 3> links = {1, 2, 3};
    for (std::size_t i = 0; i < 3; ++i) {
        CAPTURE(i);
        CHECK(certain.at[i].links == links[i]);
        CHECK(certain.at[i].given.square_metres() == 1000.0 * static_cast<double>(links[i]));
        CHECK(certain.at[i].residual.square_metres() == 1000.0 * static_cast<double>(3 - links[i]));
        CHECK(certain.at[i].schools_meet_after == static_cast<std::int64_t>(links[i]));
    }
    CHECK(analysed.flips_at(0) == Approx(80.0).margin(0.01));
    CHECK(analysed.flips_at(1) == Approx(40.0).margin(0.01));
    CHECK(analysed.flips_at(2) == Approx(64.0).margin(0.01));
}

TEST_CASE("who loses a venue and finds another when all is given out anew stays firm", "[certainty]")
{
    // X to A 720 m, A to Y 80 m, Y to B 720 m: at 80 A takes X and B takes Y; at 66.7 A takes Y and B has nothing.
    const AsciiTown town("X-----------------A-Y-----------------B", metres_per_cell(40));
    City city;
    city.schools = {lacking('A', town.at('A')), lacking('B', town.at('B'))};
    city.venues = {venue_of('X', town.at('X'), 1000.0), venue_of('Y', town.at('Y'), 1000.0)};
    const Certainty certain = Analysed(city, town.network(), renting()).certain();
    CHECK_FALSE(certain.of_school[0]->flips_at_m_per_min);
    CHECK(certain.of_school[1]->flips_at_m_per_min == 66.7);
}

TEST_CASE("the city's own speed may be slower than those that are tried, or none of them", "[certainty]")
{
    const AsciiTown town("F---------------X---------D---------B", metres_per_cell(40));
    City city;
    city.schools = {lacking('B', town.at('B')), lacking('D', town.at('D')), lacking('F', town.at('F'))};
    city.venues = {venue_of('X', town.at('X'), 3000.0)};
    Settings settings = renting();
    settings.walk.speed_m_per_min = 60.0;
    const Certainty slow = Analysed(city, town.network(), settings).certain();
    CHECK(slow.of_school[0]->flips_at_m_per_min == 80.0);
    CHECK_FALSE(slow.of_school[1]->flips_at_m_per_min);
    CHECK(slow.of_school[2]->flips_at_m_per_min == 80.0); // and at 66.7
    CHECK(slow.at[2].links == 3);
    settings.walk.speed_m_per_min = 100.0;
    settings.walk.speeds = {20.0};
    const Certainty fast = Analysed(city, town.network(), settings).certain();
    REQUIRE(fast.at.size() == 1);
    CHECK(fast.at[0].links == 0);
    CHECK(fast.of_school[1]->flips_at_m_per_min == 20.0);
}

TEST_CASE("where people wait at crossings a slower walk may be another one", "[certainty]")
{
    // By the street 400 m and three signals, around 640 m: at 80 486 s and 480 s, at 60 586 s and 640 s.
    const AsciiTown town(R"(
        +-------------------+
        |                   |
        |                   |
        |                   |
        |                   |
        |                   |
        A----*----*----*----V
)",
                         metres_per_cell(20));
    City city;
    city.schools = {lacking('A', town.at('A'))};
    city.venues = {venue_of('V', town.at('V'), 1000.0)};
    Settings settings = renting();
    settings.walk.crossing_s = 62.0;
    const Analysed slow_signals(city, town.network(), settings);
    const Certainty certain = slow_signals.certain();
    CHECK(certain.at[0].links == 1);
    CHECK_FALSE(certain.of_school[0]->flips_at_m_per_min);
    CHECK(slow_signals.flips_at(0) == Approx(64.0).margin(0.01)); // of the way around, which is written
    settings.walk.crossing_s = 20.0;
    CHECK(Analysed(city, town.network(), settings).flips_at(0) == Approx(400.0 / 9.0).margin(0.01));
}

TEST_CASE("steps that take longer count as metres, and outlines that touch are in reach at any speed", "[certainty]")
{
    const AsciiTown town("A====V--------------------z", metres_per_cell(50)); // 250 m of steps
    City city;
    city.schools = {lacking('A', town.at('A'))};
    city.venues = {venue_of('V', town.at('V'), 1000.0)};
    Settings settings = renting();
    settings.walk.steps_factor = 2.0;
    CHECK(Analysed(city, town.network(), settings).flips_at(0) == Approx(50.0).margin(0.01));

    const gis::Point a = town.at('A');
    city.campuses = {campus("C", "A", rectangle(a.x, a.y + 10.0, 50.0, 50.0))};
    city.venues = {venue("V", rectangle(a.x + 50.0, a.y + 10.0, 50.0, 50.0))};
    const Analysed touching_sites(city, town.network(), settings);
    REQUIRE(touching_sites.results.reach.rent.pairs.size() == 1);
    CHECK(touching_sites.flips_at(0) == 0.0);
}

TEST_CASE("only schools with figures are firm or fragile", "[certainty]")
{
    const AsciiTown town("A---------------V---------z", metres_per_cell(40));
    City city;
    city.schools = {lacking('A', town.at('A')), school("B", 0, 0, town.at('A')), school("C", 300, 0, town.at('A'))};
    city.schools[2].kind = SchoolKind::special;
    city.venues = {venue_of('V', town.at('V'), 1000.0)};
    const Certainty certain = Analysed(city, town.network(), renting()).certain();
    CHECK(certain.of_school[0].has_value());
    CHECK_FALSE(certain.of_school[1].has_value());
    CHECK_FALSE(certain.of_school[2].has_value());
}

namespace {

/// A town of crossing streets, some of them steps, some crossings with signals.
gis::WalkNetwork random_network(std::mt19937& random, const gis::CityPlane& plane, std::size_t side, double step_m)
{
    gis::Streets streets;
    streets.first_ref.push_back(0);
    std::uniform_real_distribution<double> off_m(-0.3 * step_m, 0.3 * step_m);
    for (std::size_t i = 0; i < side * side; ++i) {
        streets.node.push_back(
            {step_m * static_cast<double>(i % side) + off_m(random), step_m * static_cast<double>(i / side) + off_m(random)});
        streets.node_flags.push_back(random() % 4 == 0 ? gis::node_signal : std::uint8_t{0});
    }
    plane.to_degrees(streets.node);
    const auto add = [&](std::size_t from, std::size_t to) {
        if (random() % 5 != 0) {
            streets.ref.push_back(static_cast<std::uint32_t>(from));
            streets.ref.push_back(static_cast<std::uint32_t>(to));
            streets.first_ref.push_back(static_cast<std::uint32_t>(streets.ref.size()));
            streets.line_flags.push_back(random() % 6 == 0 ? gis::line_steps : std::uint8_t{0});
            streets.line_kind.push_back(0);
        }
    };
    for (std::size_t i = 0; i < side * side; ++i) {
        if (i % side + 1 < side) {
            add(i, i + 1);
        }
        if (i + side < side * side) {
            add(i, i + side);
        }
    }
    return gis::build_walk_network(streets, plane);
}

City random_city(std::mt19937& random, double width_m)
{
    std::uniform_real_distribution<double> share(0.0, 1.0);
    const auto place = [&] { return gis::Point{width_m * share(random), width_m * share(random)}; };
    City city;
    for (char id = 'A'; id < 'M'; ++id) {
        city.schools.push_back(lacking(id, place()));
        city.schools.back().outdoor_m2 = 1000.0 + 3000.0 * share(random);
    }
    for (char id = 'M'; id < 'Z'; ++id) {
        city.venues.push_back(venue_of(id, place(), 800.0 * share(random), 40.0 + 40.0 * share(random)));
    }
    return city;
}

} // namespace

TEST_CASE("each speed is what a whole analysis at that speed makes of the city", "[certainty]")
{
    const gis::CityPlane plane({117.2, 39.1});
    for (unsigned seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Settings settings = renting();
        settings.channels[Channel::share] = {true, 10.0, std::nullopt};
        settings.walk.crossing_s = seed % 2 == 0 ? 0.0 : 25.0;
        settings.walk.steps_factor = seed % 3 == 0 ? 1.0 : 1.7;
        settings.walk.speed_m_per_min = seed % 5 == 0 ? 55.0 : 80.0;
        const gis::WalkNetwork network = random_network(random, plane, 8, 220.0);
        const Analysed analysed(random_city(random, 1600.0), network, settings);
        const Certainty certain = analysed.certain();
        std::vector<std::optional<double>> flips(analysed.city.schools.size());
        for (std::size_t i = 0; i < certain.at.size(); ++i) {
            Settings other = settings;
            other.walk.speed_m_per_min = settings.walk.speeds[i];
            const Analysed anew(analysed.city, network, other);
            CHECK(certain.at[i].links == anew.results.reach.rent.pairs.size() + anew.results.reach.share.pairs.size());
            CHECK(certain.at[i].given == anew.results.allocation.closed);
            CHECK(certain.at[i].residual == anew.results.districts.city.residual);
            for (std::size_t s = 0; s < flips.size(); ++s) {
                const auto after = [s](const Analysed& one) {
                    return status_after(one.results.assessments[s], one.results.allocation.of_school[s], one.settings.standard.floor);
                };
                flips[s] = after(anew) != after(analysed) ? other.walk.speed_m_per_min : flips[s];
            }
        }
        for (std::size_t s = 0; s < flips.size(); ++s) {
            CAPTURE(s);
            CHECK(certain.of_school[s]->flips_at_m_per_min == flips[s]);
        }
    }
}
