#include "gis/network/edge_index.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"

#include <cmath>

namespace {

/// A square of 80 m x 60 m, walked around, with a street of 1 km from its corner at (0, 0) to the west; in the plane.
gis::Streets with_square(const gis::CityPlane& plane)
{
    gis::Streets streets;
    for (const gis::Point& at : {gis::Point{0, 0}, {80, 0}, {80, 60}, {0, 60}, {-1000, 0}}) {
        streets.node.push_back(plane.to_degrees(at));
        streets.node_flags.push_back(0);
    }
    streets.ref = {0, 1, 2, 3, 0, 0, 4};
    streets.first_ref = {0, 5, 7};
    streets.line_flags = {0, 0};
    streets.line_kind = {0, 0};
    streets.kinds.resize(1);
    streets.squares.push_back({{0, 1, 2, 3, 0}, {}, {0}, 0, 0});
    return streets;
}

} // namespace

TEST_CASE("an entry on a square joins where it is, with a connector of no length")
{
    const gis::CityPlane plane(gis::Point{117.2, 39.1});
    const gis::WalkNetwork network = build_walk_network(with_square(plane), plane);
    const gis::EdgeIndex edges(network);
    const auto inside = edges.nearest({40, 30}, 100.0);
    REQUIRE(inside.has_value());
    CHECK(inside->edge == gis::no_edge);
    CHECK(inside->square == 0);
    CHECK(inside->connector_m == 0.0F);
    CHECK(inside->on_edge == gis::Point{40, 30});
    const auto sights = gis::sights_from(network.squares[0], inside->on_edge);
    REQUIRE(sights.size() == 1);
    CHECK(is_close(sights[0].metres, 50.0, 0, 0.01));
}

TEST_CASE("an entry beside a square joins its outline, from which the square is seen")
{
    const gis::CityPlane plane(gis::Point{117.2, 39.1});
    const gis::WalkNetwork network = build_walk_network(with_square(plane), plane);
    const gis::EdgeIndex edges(network);
    for (const double beside_m : {0.0, 5.0}) {
        const auto access = edges.nearest({80.0 + beside_m, 60.0}, 100.0);
        REQUIRE(access.has_value());
        CHECK(access->edge != gis::no_edge);
        CHECK(access->square == 0);
        CHECK(is_close(access->connector_m, beside_m, 0, 0.01));
        CHECK(is_close(gis::sights_from(network.squares[0], access->on_edge).at(0).metres, 100.0, 0, 0.01));
    }
    CHECK(edges.nearest({-500, 3}, 100.0)->square == gis::no_square);
    CHECK_FALSE(edges.nearest({500, 500}, 100.0).has_value());
}

TEST_CASE("a square without a main part joins nothing in it")
{
    const gis::CityPlane plane(gis::Point{117.2, 39.1});
    gis::Streets streets = with_square(plane);
    streets.node[4] = plane.to_degrees(gis::Point{-100, 0});
    const gis::WalkNetwork network = build_walk_network(streets, plane);
    CHECK_FALSE(gis::EdgeIndex(network).nearest({40, 30}, 100.0).has_value());
    CHECK(gis::EdgeIndex(network, gis::EdgeChoice::side).nearest({40, 30}, 100.0)->square == 0);
}

TEST_CASE("far inside a large square there is an access where no edge is near")
{
    const gis::CityPlane plane(gis::Point{117.2, 39.1});
    gis::Streets streets = with_square(plane);
    for (gis::Point& at : streets.node) {
        const gis::Point in_plane = plane.to_plane(at);
        at = plane.to_degrees(gis::Point{in_plane.x * 10.0, in_plane.y * 10.0});
    }
    const gis::WalkNetwork network = build_walk_network(streets, plane);
    const gis::EdgeIndex edges(network);
    CHECK(edges.may_have_within({399, 299, 401, 301}, 20.0));
    CHECK(edges.nearest({400, 300}, 20.0).has_value());
    CHECK_FALSE(edges.may_have_within({399, 799, 401, 801}, 20.0));
}
