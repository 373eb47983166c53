// Givers that are near and out of reach: small towns with hand-computed answers, and random ones by trying all pairs.
#include "domain/walk/straight_pairs.hpp"
#include "domain/walk/unreached.hpp"
#include "gis/geometry/overlay.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <cmath>
#include <limits>
#include <random>
#include <tuple>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

School lacking(const std::string& id, gis::Point at)
{
    School one = school(id, 400, 0, at);
    one.outdoor_m2 = 2000.0; // of 3000
    return one;
}

School with_surplus(const std::string& id, gis::Point at)
{
    School one = school(id, 400, 0, at);
    one.outdoor_m2 = 3600.0;
    return one;
}

Venue point_venue(const std::string& id, gis::Point at)
{
    Venue one;
    one.id = id;
    one.at = at;
    one.area_m2 = 500.0;
    return one;
}

Settings rent_and_share()
{
    Settings settings;
    settings.channels[Channel::rent] = {true, 60.0, std::nullopt};
    settings.channels[Channel::share] = {true, 10.0, std::nullopt};
    return settings;
}

std::vector<UnreachedGiver> unreached_in(const City& city, const gis::WalkNetwork& network, const Settings& settings = rent_and_share())
{
    const WalkNetworkView walking{&network, {}};
    const Results results = analyse(city, walking, settings, [](Step) {});
    return unreached_givers(measured_city(city, results, settings), results.reach, walking);
}

} // namespace

TEST_CASE("a giver near as the crow flies is told with the reason why nobody walks there", "[unreached]")
{
    const AsciiTown town(R"(
        V-----+
              |
        A-----+
)",
                         metres_per_cell(100)); // 200 m apart, 1400 m to walk: 1050 s
    City city;
    city.schools = {lacking("A", town.at('A'))};
    city.venues = {point_venue("V", town.at('V'))};
    const auto rows = unreached_in(city, town.network());
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].channel == Channel::rent);
    CHECK(rows[0].straight_m == Approx(200.0).margin(0.05));
    CHECK(rows[0].straight == gis::Line{town.at('A'), town.at('V')});
    CHECK(rows[0].reason == UnreachedReason::too_far);
    REQUIRE(rows[0].walk_s);
    CHECK(*rows[0].walk_s == Approx(1050.0).margin(0.05));
}

TEST_CASE("beyond twice the limit it is a detour, without any way it is not connected, without a street there is no entry", "[unreached]")
{
    const AsciiTown town(R"(
        V----------+
                   |
        A----------+

        N----------+


        E
)",
                         metres_per_cell(100)); // A to V: 200 m, or 2400 m on foot; A to N 200 m, to E 500 m
    City city;
    city.schools = {lacking("A", town.at('A'))};
    city.venues = {point_venue("E", town.at('E')), point_venue("N", town.at('N')), point_venue("V", town.at('V'))};
    const auto rows = unreached_in(city, town.network());
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].reason == UnreachedReason::no_entry);
    CHECK(rows[0].straight_m == Approx(500.0).margin(0.05));
    CHECK(rows[1].reason == UnreachedReason::not_connected);
    CHECK(rows[2].reason == UnreachedReason::detour);
    for (const UnreachedGiver& row : rows) {
        CHECK_FALSE(row.walk_s);
    }
}

TEST_CASE("where both streets lead out of what is known of them nobody says that they are not connected", "[unreached]")
{
    const AsciiTown town(R"(
        A----------+

        N----------+
)",
                         metres_per_cell(100));
    City city;
    city.schools = {lacking("A", town.at('A'))};
    city.venues = {point_venue("N", town.at('N'))};
    gis::WalkNetwork network = town.network();
    network.whole_within = gis::Box{town.at('N').x - 1.0, town.at('N').y - 1.0, town.at('A').x + 500.0, town.at('A').y + 1.0};
    const auto rows = unreached_in(city, network);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].reason == UnreachedReason::detour);
}

TEST_CASE("minutes x speed as the crow flies is near, one metre more is not", "[unreached]")
{
    const AsciiTown town(R"(
        A------------+
)",
                         metres_per_cell(100)); // V and W stand beside no street
    City city;
    city.schools = {lacking("A", town.at('A'))};
    city.venues = {point_venue("V", town.beside('A', 0.0, 800.0)), point_venue("W", town.beside('A', 0.0, 801.0))};
    const auto rows = unreached_in(city, town.network());
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].giver == 0);
    CHECK(rows[0].straight_m == Approx(800.0));
}

TEST_CASE("who lacks nothing, gives nothing or has the channel closed is no near miss", "[unreached]")
{
    const AsciiTown town(R"(
        V-----+
              |
        A-----+
)",
                         metres_per_cell(100));
    City city;
    city.schools = {lacking("A", town.at('A')), with_surplus("P", town.at('V')), school("U", 0, 0, town.at('A'))};
    city.venues = {point_venue("V", town.at('V')), point_venue("W", town.at('V'))};
    city.venues[1].area_m2 = 0.0;
    const auto told = [&](const Settings& settings) {
        std::vector<std::string> rows;
        for (const UnreachedGiver& row : unreached_in(city, town.network(), settings)) {
            rows.push_back(city.schools[index(row.school)].id + " " + std::string(name_of(row.channel)));
        }
        return rows;
    };
    // U has no number of pupils: it may rent, for all that is known. P lacks nothing.
    CHECK(told(rent_and_share()) == std::vector<std::string>{"A share", "A rent", "U rent"});
    Settings rent_alone = rent_and_share();
    rent_alone.channels[Channel::share].on = false;
    CHECK(told(rent_alone) == std::vector<std::string>{"A rent", "U rent"});
    Settings national = rent_and_share();
    national.standard.regime = national_regime;
    CHECK(told(national).empty());
    city.schools[0].dense = true;
    CHECK(told(national) == std::vector<std::string>{"A rent"});
    city.venues[0].rentable = false;
    CHECK(told(rent_alone).empty());
}

TEST_CASE("outlines are as far apart as where they come nearest, branches and their points among them", "[unreached]")
{
    const AsciiTown town(R"(
        A------------+
)",
                         metres_per_cell(100));
    const gis::Point a = town.at('A');
    City city;
    city.schools = {lacking("S", a), school("T", 0, 0, {a.x, a.y + 700.0})};
    city.schools[1].parent_id = "S";
    city.campuses = {campus("C", "S", rectangle(a.x, a.y, 50.0, 50.0))};
    city.venues = {venue("V", rectangle(a.x, a.y + 1000.0, 100.0, 100.0))};
    const auto rows = unreached_in(city, town.network());
    REQUIRE(rows.size() == 1);
    CHECK(index(rows[0].school) == 0);
    CHECK(rows[0].straight_m == Approx(300.0)); // from the branch; the campus is 950 m away
    CHECK(rows[0].straight.front() == gis::Point{a.x, a.y + 700.0});
}

namespace {

/// A rectangle turned about its middle.
gis::Polygon turned(std::mt19937& random, double width_of_city_m)
{
    std::uniform_real_distribution<double> share(0.0, 1.0);
    const gis::Point middle{width_of_city_m * share(random), width_of_city_m * share(random)};
    const double half_m = 10.0 + 80.0 * share(random);
    const double angle = 3.0 * share(random);
    gis::Polygon polygon;
    for (const auto& [x, y] :
         {std::pair(-1.0, -0.6), std::pair(1.0, -0.6), std::pair(1.0, 0.6), std::pair(-1.0, 0.6), std::pair(-1.0, -0.6)}) {
        polygon.outer.push_back({middle.x + half_m * (x * std::cos(angle) - y * std::sin(angle)),
                                 middle.y + half_m * (x * std::sin(angle) + y * std::cos(angle))});
    }
    polygon.outer.back() = polygon.outer.front();
    return polygon;
}

double apart_m(const gis::MultiPolygon& a, const gis::MultiPolygon& b)
{
    double least_m = std::numeric_limits<double>::infinity();
    for (const gis::Polygon& one : a) {
        for (const gis::Polygon& other : b) {
            if (gis::is_within(one, other, 0.0)) {
                return 0.0;
            }
            for (const gis::Point& corner : one.outer) {
                least_m = std::min(least_m, gis::distance_to_outline_m(other, corner));
            }
            for (const gis::Point& corner : other.outer) {
                least_m = std::min(least_m, gis::distance_to_outline_m(one, corner));
            }
        }
    }
    return least_m;
}

} // namespace

TEST_CASE("the pairs near each other as the crow flies are those that trying all finds", "[unreached]")
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const auto grounds = [&] {
            std::vector<gis::MultiPolygon> all(random() % 12);
            for (gis::MultiPolygon& ground : all) {
                for (std::size_t parts = random() % 3; parts > 0; --parts) {
                    ground.push_back(turned(random, 2000.0));
                }
            }
            return all;
        };
        const auto sites = [](const std::vector<gis::MultiPolygon>& of) {
            std::vector<Site> all(of.size());
            for (std::size_t i = 0; i < of.size(); ++i) {
                all[i].outlines.push_back({"x", &of[i]});
            }
            return all;
        };
        const auto from = grounds();
        const auto to = grounds();
        std::vector<std::tuple<std::size_t, std::size_t, double>> expected;
        for (std::size_t i = 0; i < from.size(); ++i) {
            for (std::size_t j = 0; j < to.size(); ++j) {
                if (const double metres = apart_m(from[i], to[j]); (i + j) % 5 != 0 && metres <= 500.0) {
                    expected.emplace_back(i, j, metres);
                }
            }
        }
        const auto found = straight_pairs(sites(from), sites(to), 500.0, [](auto i, auto j) { return (i + j) % 5 != 0; });
        REQUIRE(found.size() == expected.size());
        for (std::size_t k = 0; k < found.size(); ++k) {
            CHECK(found[k].from == std::get<0>(expected[k]));
            CHECK(found[k].to == std::get<1>(expected[k]));
            CHECK(found[k].metres == Approx(std::get<2>(expected[k])).margin(1e-6));
            CHECK(gis::distance_m(found[k].line.front(), found[k].line.back()) == Approx(found[k].metres).margin(1e-9));
        }
    }
}
