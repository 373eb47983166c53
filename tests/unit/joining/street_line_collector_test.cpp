#include "gis/joining/street_line_collector.hpp"

#include "gis/geometry/geodesic.hpp"
#include "gis/geometry/plane.hpp"
#include "gis/network/walk_network.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"

#include <algorithm>
#include <limits>
#include <random>

namespace {

/// Around a place in the city; loose ends stay loose.
gis::Streets collected(const gis::MultiLine& lines, gis::Point centre = {117.2, 39.1})
{
    gis::StreetLineCollector collector;
    for (const gis::Line& line : lines) {
        collector.add(line, 0, 0);
    }
    return std::move(collector).streets(gis::CityPlane(centre), 0.0, {});
}

/// A line of the plane in degrees, around a place in the city.
gis::Line degrees(gis::Line metres, gis::Point centre = {117.2, 39.1})
{
    gis::CityPlane(centre).to_degrees(metres);
    return metres;
}

} // namespace

TEST_CASE("vertices within a centimetre are one node, farther ones are not", "[streets]")
{
    const auto streets = collected({degrees({{0, 0}, {100, 0}}), degrees({{100.0095, 0}, {200, 0}}), degrees({{200, 0.012}, {300, 0}})});
    CHECK(streets.node.size() == 5);
    CHECK(streets.ref[1] == streets.ref[2]);
    CHECK(streets.ref[3] != streets.ref[4]);
}

TEST_CASE("vertices are joined whatever their place in any grid", "[streets]")
{
    const auto seed = GENERATE(1U, 2U, 3U);
    const double latitude = GENERATE(-45.0, 0.0, 39.1, 71.3);
    CAPTURE(seed, latitude);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(-1000.0, 1000.0);
    std::uniform_real_distribution<double> angle(0.0, 6.28);
    gis::MultiLine lines;
    for (int i = 0; i < 300; ++i) {
        const gis::Point a{place(random), place(random)};
        const double turn = angle(random);
        lines.push_back(degrees({a, {a.x + 5000, a.y}}, {10.0, latitude}));
        lines.push_back(
            degrees({{a.x + 0.0099 * std::cos(turn), a.y + 0.0099 * std::sin(turn)}, {a.x + 5000, a.y + 50}}, {10.0, latitude}));
    }
    const auto streets = collected(lines, {10.0, latitude});
    REQUIRE(streets.ref.size() == 2 * lines.size());
    for (std::size_t i = 0; i < streets.ref.size(); i += 4) {
        CHECK(streets.ref[i] == streets.ref[i + 2]);
        CHECK(streets.ref[i + 1] != streets.ref[i + 3]);
    }
}

TEST_CASE("a curve of tiny steps does not shrink to one node", "[streets]")
{
    gis::Line curve;
    for (int i = 0; i <= 2000; ++i) {
        curve.push_back({i * 0.005, 0.0});
    }
    const auto streets = collected({degrees(curve)});
    CHECK(streets.node.size() > 500);
    CHECK(is_close(gis::geodesic_length_m(streets.node[streets.ref.front()], streets.node[streets.ref.back()]), 10.0, 0.0, 1e-6));
}

TEST_CASE("the order of the lines does not change the nodes", "[streets]")
{
    const unsigned seed = 7;
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(-0.05, 0.05);
    gis::MultiLine lines;
    for (int i = 0; i < 200; ++i) {
        lines.push_back(degrees({{place(random), place(random)}, {place(random), 100.0 + place(random)}}));
    }
    const auto streets = collected(lines);
    std::shuffle(lines.begin(), lines.end(), random);
    CHECK(collected(lines).node == streets.node);
}

TEST_CASE("a line without two good points is no street", "[streets]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto streets = collected({{}, {{117.0, 39.0}}, {{117.0, 39.0}, {nan, 39.0}}});
    CHECK(streets.line_count() == 0);
    CHECK(streets.node.empty());
    CHECK(gis::build_walk_network(streets, gis::CityPlane({117.0, 39.0})).edge_count() == 0);
}
