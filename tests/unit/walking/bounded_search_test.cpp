#include "gis/walking/bounded_search.hpp"

#include "gis/routes/walk_line.hpp"
#include "gis/walking/slope.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/journey.hpp"

#include <cmath>
#include <limits>

TEST_CASE("a venue exactly 800 m away is in reach, one centimetre more is not", "[reach]")
{
    const AsciiTown town(R"(
        S---+---a---V---+
            |
            +---b---+
    )",
                         metres_per_cell(50));
    CHECK(journey(town, {town.at('S')}, {town.beside('S', 800.0, 0.0)}).walks.walk.size() == 1);
    CHECK(journey(town, {town.at('S')}, {town.beside('S', 799.99, 0.0)}).walks.walk.size() == 1);
    CHECK(journey(town, {town.at('S')}, {town.beside('S', 800.01, 0.0)}).walks.walk.empty());
    const auto exact = journey(town, {town.at('S')}, {town.beside('S', 800.0, 0.0)}).walks.walk.at(0);
    CHECK(is_close(exact.seconds, 600.0, 0.0, 0.0005));
    CHECK(is_close(exact.metres, 800.0, 0.0, 0.0005));
}

TEST_CASE("a hundred edges and two connectors still add up to a millimetre", "[reach]")
{
    std::string streets = "S", stubs = " ", ends = " ";
    for (int i = 0; i < 110; ++i) {
        streets += "-+";
        stubs += " |";
        ends += " +";
    }
    const AsciiTown town(streets + "\n" + stubs + "\n" + ends, metres_per_cell(3.9));
    REQUIRE(town.network().edge_count() > 150);
    const auto from = town.beside('S', 1.3, 10.0);
    const double along_m = 800.0 - 10.0 - 9.9;
    const auto reached = journey(town, {from}, {town.beside('S', 1.3 + along_m - 1e-4, 9.9)});
    REQUIRE(reached.walks.walk.size() == 1);
    CHECK(is_close(reached.walks.walk[0].metres, 800.0 - 1e-4, 0.0, 0.001));
    CHECK(reached.walks.walk[0].arc_count >= 98);
    CHECK(journey(town, {from}, {town.beside('S', 1.3 + along_m + 0.01, 9.9)}).walks.walk.empty());
}

TEST_CASE("the shorter way round is walked", "[reach]")
{
    const AsciiTown town(R"(
        S---+-------+
            |       |
            |       |
            +---V---+
    )",
                         metres_per_cell(50));
    const auto found = journey(town, {town.at('S')}, {town.at('V')});
    REQUIRE(found.walks.walk.size() == 1);
    CHECK(is_close(found.walks.walk[0].metres, 200.0 + 150.0 + 200.0, 0.0, 0.001));
    CHECK(is_close(found.walks.walk[0].seconds, 550.0 / 80.0 * 60.0, 0.0, 0.001));
    CHECK(is_close(length_m(found.line()), 550.0, 0.0, 0.001));
    CHECK(found.line().size() == 4);
}

TEST_CASE("two entries on one edge are joined along it", "[reach]")
{
    const AsciiTown town("a--------------------b", metres_per_cell(100));
    for (const double sign : {1.0, -1.0}) {
        const double middle = sign > 0 ? 500.0 : 900.0;
        const auto found = journey(town, {town.beside('a', middle, 20.0)}, {town.beside('a', middle + sign * 300.0, -30.0)});
        REQUIRE(found.walks.walk.size() == 1);
        CHECK(is_close(found.walks.walk[0].metres, 350.0, 0.0, 0.001));
        CHECK(found.walks.walk[0].arc_count == 0);
        CHECK(is_close(length_m(found.line()), 350.0, 0.0, 0.001));
    }
}

TEST_CASE("on a loop the way over its node may be the shorter one", "[reach]")
{
    const AsciiTown town(R"(
        a---+-----------+
            |           |
            +-----------+
    )",
                         metres_per_cell(50));
    const auto network = town.network();
    REQUIRE(network.edge_count() == 2); // the stalk and the loop of 1400 m
    const auto found = journey(town, {town.beside('a', 400.0, 0.0)}, {town.beside('a', 200.0, -70.0)});
    REQUIRE(found.walks.walk.size() == 1);
    CHECK(is_close(found.walks.walk[0].metres, 200.0 + 70.0, 0.0, 0.001));
    CHECK(is_close(length_m(found.line()), 270.0, 0.0, 0.001));
}

TEST_CASE("parallel edges between two nodes are told apart on the way", "[reach]")
{
    const AsciiTown town(R"(
        a---+-------+---b
            |       |
            +-------+
    )",
                         metres_per_cell(50));
    const auto found = journey(town, {town.beside('a', 300.0, -100.0)}, {town.beside('a', 300.0, 0.0)});
    REQUIRE(found.walks.walk.size() == 1);
    CHECK(is_close(found.walks.walk[0].metres, 100.0 + 100.0 + 100.0, 0.0, 0.001));
    CHECK(is_close(length_m(found.line()), 300.0, 0.0, 0.001));
}

TEST_CASE("nobody walks through a barred node, but a walk may end there", "[reach]")
{
    const AsciiTown town(R"(
        S-----------!-----------V
    )",
                         metres_per_cell(50));
    gis::ReachSettings far;
    far.limit_s = 3600.0;
    CHECK(journey(town, {town.at('S')}, {town.at('V')}, far).walks.walk.empty()); // and both halves are under 1 km

    const AsciiTown wide("S-----------------------!-----------------------V", metres_per_cell(50));
    CHECK(journey(wide, {wide.at('S')}, {wide.at('V')}, far).walks.walk.empty());
    const auto to_gate = journey(wide, {wide.at('S')}, {wide.beside('S', 1200.0 - 1e-6, 0.0)}, far);
    REQUIRE(to_gate.walks.walk.size() == 1);
    CHECK(is_close(to_gate.walks.walk[0].metres, 1200.0, 0.0, 0.001));
}

TEST_CASE("steps take their factor, and a detour where that is quicker", "[reach]")
{
    const AsciiTown town(R"(
        +---S======V---+
            |      |
            +------+
        )",
                         metres_per_cell(50));
    gis::ReachSettings settings;
    settings.pace.steps_factor = 1.2;
    const auto over_steps = journey(town, {town.at('S')}, {town.at('V')}, settings).walks.walk.at(0);
    CHECK(is_close(over_steps.metres, 350.0, 0.0, 0.001));
    CHECK(is_close(over_steps.seconds, 350.0 * 1.2 * 0.75, 0.0, 0.001));
    settings.pace.steps_factor = 1.7;
    const auto around = journey(town, {town.at('S')}, {town.at('V')}, settings).walks.walk.at(0);
    CHECK(is_close(around.metres, 550.0, 0.0, 0.001));
    CHECK(is_close(around.seconds, 550.0 * 0.75, 0.0, 0.001));
}

TEST_CASE("signals are waited for where they are entered, and only there", "[reach]")
{
    const AsciiTown town("S------*------V------+", metres_per_cell(50));
    gis::ReachSettings settings;
    settings.pace.crossing_s = 33.75;
    const auto seconds = [&](const gis::Point& from, const gis::Point& to) {
        return journey(town, {from}, {to}, settings).walks.walk.at(0).seconds;
    };
    CHECK(is_close(seconds(town.at('S'), town.at('V')), 700.0 * 0.75 + 33.75, 0.0, 0.001));
    CHECK(is_close(seconds(town.at('V'), town.at('S')), 700.0 * 0.75 + 33.75, 0.0, 0.001));
    CHECK(is_close(seconds(town.at('S'), town.beside('S', 349.0, 0.0)), 349.0 * 0.75, 0.0, 0.001));
    CHECK(is_close(seconds(town.beside('S', 349.0, 0.0), town.at('S')), 349.0 * 0.75, 0.0, 0.001));
    CHECK(is_close(seconds(town.beside('S', 351.0, 0.0), town.at('V')), 349.0 * 0.75, 0.0, 0.001));
    CHECK(is_close(seconds(town.beside('S', 350.0, 0.0), town.at('V')), 350.0 * 0.75, 0.0, 0.001)); // begins at the crossing
}

TEST_CASE("a slope is slow uphill and quick down a gentle fall", "[reach]")
{
    const AsciiTown town("a----------b", metres_per_cell(100));
    const auto network = town.network();
    REQUIRE(network.edge_count() == 1);
    const auto factors = [&](double rise_m) {
        const float heights[] = {10.0F, static_cast<float>(10.0 + rise_m)};
        return gis::slope_factors(network, heights);
    };
    CHECK(factors(0.0) == std::vector<float>{1.0F, 1.0F});
    // docs/standards.md 4: 5.036742 km/h on the flat, 4.228129 at 5 %, 3.549332 at 10 %, 6.0 at -5 %, 5.036742 at -10 %
    CHECK(is_close(factors(55.0)[0], 5.036742 / 4.228129, 1e-5));
    CHECK(is_close(factors(55.0)[1], 5.036742 / 6.0, 1e-5));
    CHECK(is_close(factors(110.0)[0], 5.036742 / 3.549332, 1e-5));
    CHECK(is_close(factors(110.0)[1], 1.0, 1e-5));
    CHECK(factors(std::numeric_limits<double>::quiet_NaN()) == std::vector<float>{1.0F, 1.0F});
    CHECK(factors(1e9)[0] < 100.0F);

    const auto uphill = factors(55.0);
    const auto one_way = journey(town, {town.at('a')}, {town.beside('a', 600.0, 0.0)}, ten_minutes(), uphill).walks.walk.at(0);
    const auto back = journey(town, {town.beside('a', 600.0, 0.0)}, {town.at('a')}, ten_minutes(), uphill).walks.walk.at(0);
    const bool starts_at_a = network.line(gis::EdgeId{0}).front().x < 0.0;
    CHECK(is_close((starts_at_a ? one_way : back).seconds, 450.0 * 5.036742 / 4.228129, 0.0, 0.001));
    CHECK(is_close((starts_at_a ? back : one_way).seconds, 450.0 * 5.036742 / 6.0, 0.0, 0.001));
}

TEST_CASE("a site is left by its best entry and reached by its best entry", "[reach]")
{
    const AsciiTown town("a-----------------------------b", metres_per_cell(50));
    const auto network = town.network();
    const gis::EdgeIndex edges(network);
    gis::SiteAccesses sources, targets;
    std::vector<gis::Access> outline;
    for (int i = 0; i <= 40; ++i) {
        outline.push_back(*edges.nearest(town.beside('a', 100.0 + 5.0 * i, 15.0 + i % 2), 100.0));
    }
    sources.add_site(outline);
    targets.add_site({});
    const gis::Access target[] = {*edges.nearest(town.beside('a', 900.0, 50.0), 100.0),
                                  *edges.nearest(town.beside('a', 860.0, -20.0), 100.0)};
    targets.add_site(target);
    const auto walks = gis::walks_within(network, gis::arc_seconds(network, {}), sources, targets, {});
    REQUIRE(walks.walk.size() == 1);
    CHECK(walks.walk[0].target == 1);
    CHECK(walks.walk[0].target_access == 1);
    CHECK(walks.walk[0].source_access == 40);
    CHECK(is_close(walks.walk[0].metres, 15.0 + 560.0 + 20.0, 0.0, 0.001));
}

TEST_CASE("no site walks to itself, and only those walk that take part", "[reach]")
{
    const AsciiTown town("a---b---c---d----------+", metres_per_cell(50));
    const auto network = town.network();
    const auto sites = town.joined(network, "abcd");
    const auto seconds = gis::arc_seconds(network, {});
    const auto all = gis::walks_within(network, seconds, sites, sites, {}, {nullptr, nullptr, true});
    CHECK(all.walk.size() == 12);
    const std::vector<bool> from = {true, false, true, false};
    const std::vector<bool> to = {false, true, true, true};
    const auto some = gis::walks_within(network, seconds, sites, sites, {}, {&from, &to, true});
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const auto& walk : some.walk) {
        pairs.emplace_back(walk.source, walk.target);
    }
    CHECK(pairs == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}, {0, 2}, {0, 3}, {2, 1}, {2, 3}});
}

TEST_CASE("equal ways and equal entries are decided by smaller ids", "[reach]")
{
    const AsciiTown town(R"(
        +-------+-------+
        |       |       |
        S-------+-------V
        |       |       |
        +-------+-------+
    )",
                         metres_per_cell(40));
    const auto network = town.network();
    const gis::EdgeIndex edges(network);
    gis::SiteAccesses sources, targets;
    const gis::Access twice[] = {*edges.nearest(town.at('S'), 1.0), *edges.nearest(town.at('S'), 1.0)};
    sources.add_site(twice);
    targets.add_site(std::span(twice).first(1));
    const auto walks = gis::walks_within(network, gis::arc_seconds(network, {}), sources, targets, {});
    REQUIRE(walks.walk.size() == 1);
    CHECK(walks.walk[0].source_access == 0);
    CHECK(is_close(walks.walk[0].metres, 0.0, 0.0, 1e-6));
    const auto line = gis::walk_line(network, walks, walks.walk[0], sources, targets);
    CHECK(line.size() == 2);
}

TEST_CASE("nothing to walk from, to or on gives no walks", "[reach]")
{
    const gis::WalkNetwork nothing = gis::build_walk_network({}, gis::CityPlane({117.2, 39.1}));
    gis::SiteAccesses shut;
    shut.add_site({});
    CHECK(gis::walks_within(nothing, {}, {}, {}, {}).walk.empty());
    CHECK(gis::walks_within(nothing, {}, shut, shut, {}).walk.empty());
    CHECK(gis::slope_factors(nothing, {}).empty());

    const AsciiTown town("a----------b", metres_per_cell(100));
    gis::ReachSettings settings;
    settings.limit_s = std::numeric_limits<double>::quiet_NaN();
    CHECK(journey(town, {town.at('a')}, {town.at('a')}, settings).walks.walk.empty());
    settings.limit_s = std::numeric_limits<double>::infinity();
    CHECK(journey(town, {town.at('a')}, {town.at('b')}, settings).walks.walk.size() == 1);
}
