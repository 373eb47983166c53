#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/drawn_streets.hpp"
#include "support/shapes.hpp"
#include "support/sight_oracle.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace {

constexpr double centimetre = 0.01;

/// 80 m x 60 m, with a path that leads away at two opposite corners.
DrawnStreets rectangular_square()
{
    DrawnStreets drawn;
    const auto ring = drawn.nodes({{0, 0}, {80, 0}, {80, 60}, {0, 60}});
    drawn.way({drawn.node(-50, 0), ring[0]});
    drawn.way({ring[2], drawn.node(130, 60)});
    drawn.square(ring);
    return drawn;
}

double metres(const DrawnStreets& drawn, const gis::Point& from, const gis::Point& to, gis::Squares squares = gis::Squares::across)
{
    return DrawnStreets::walk_m(drawn.network(squares), from, to);
}

std::size_t sights_in(const gis::Streets& streets, const gis::CityPlane& plane)
{
    const gis::WalkNetwork network = build_walk_network(streets, plane);
    std::size_t count = 0;
    for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
        count += network.is_sight(gis::EdgeId{edge}) ? 1U : 0U;
    }
    return count;
}

} // namespace

TEST_CASE("a square is crossed along its diagonal")
{
    const DrawnStreets drawn = rectangular_square();
    CHECK(is_close(metres(drawn, {0, 0}, {80, 60}), 100.0, 0, centimetre));
    CHECK(is_close(metres(drawn, {-50, 0}, {130, 60}), 200.0, 0, centimetre));
    CHECK(sights_in(drawn.streets(), drawn.plane()) == 1);
}

TEST_CASE("a square of which only the outline is walked is walked around")
{
    const DrawnStreets drawn = rectangular_square();
    CHECK(is_close(metres(drawn, {0, 0}, {80, 60}, gis::Squares::outline), 140.0, 0, centimetre));
    CHECK(drawn.network(gis::Squares::outline).squares.empty());
}

TEST_CASE("a building on a square is walked around along its tangents")
{
    DrawnStreets drawn;
    const auto ring = drawn.nodes({{0, 30}, {0, 0}, {100, 0}, {100, 30}, {100, 60}, {0, 60}});
    drawn.way({drawn.node(-50, 30), ring[0]});
    drawn.way({drawn.node(150, 30), ring[3]});
    drawn.square(ring, {drawn.nodes({{40, 22}, {60, 22}, {60, 38}, {40, 38}})});
    CHECK(is_close(metres(drawn, {0, 30}, {100, 30}), 2.0 * std::hypot(40, 8) + 20.0, 0, centimetre));
}

TEST_CASE("at the inward corner of an L one turns")
{
    DrawnStreets drawn;
    const auto ring = drawn.nodes({{0, 0}, {100, 0}, {100, 40}, {40, 40}, {40, 100}, {0, 100}});
    drawn.way({drawn.node(150, 0), ring[1]});
    drawn.way({drawn.node(0, 150), ring[5]});
    drawn.square(ring);
    CHECK(is_close(metres(drawn, {100, 0}, {0, 100}), 2.0 * std::hypot(60, 40), 0, centimetre));
    CHECK(sights_in(drawn.streets(), drawn.plane()) == 2);
}

TEST_CASE("a way that ends inside leads onto the square")
{
    DrawnStreets drawn;
    const auto ring = drawn.nodes({{0, 0}, {80, 0}, {80, 60}, {0, 60}});
    drawn.way({drawn.node(-50, 0), ring[0]});
    drawn.way({ring[2], drawn.node(40, 30), drawn.node(40, 10)});
    drawn.square(ring);
    CHECK(is_close(metres(drawn, {0, 0}, {40, 10}), std::hypot(40, 10), 0, centimetre));
}

TEST_CASE("a way that crosses the outline without a shared node is joined there")
{
    DrawnStreets drawn;
    const auto ring = drawn.nodes({{0, 0}, {80, 0}, {80, 60}, {0, 60}});
    drawn.way({drawn.node(-50, 0), ring[0]});
    drawn.way({drawn.node(40, 30), drawn.node(40, 110)});
    drawn.square(ring);
    CHECK(is_close(metres(drawn, {0, 0}, {40, 110}), std::hypot(40, 60) + 50.0, 0, centimetre));
    CHECK(is_close(metres(drawn, {0, 0}, {40, 60}), std::hypot(40, 60), 0, centimetre));
    // The outline itself has the node too.
    CHECK(is_close(metres(drawn, {40, 60}, {-50, 0}), std::hypot(40, 60) + 50.0, 0, centimetre));
}

TEST_CASE("a bridge over a square and a tunnel under it are not joined to it")
{
    for (const gis::StreetLevel& level :
         {gis::StreetLevel{1, true, false}, gis::StreetLevel{-1, false, true}, gis::StreetLevel{1, false, false}}) {
        DrawnStreets drawn;
        const auto ring = drawn.nodes({{0, 0}, {80, 0}, {80, 60}, {0, 60}});
        drawn.way({drawn.node(-50, 0), ring[0]});
        const std::uint32_t middle = drawn.node(40, 30);
        drawn.way({drawn.node(40, -50), middle}, level);
        drawn.way({middle, drawn.node(40, 110)}, level); // a bridge of two ways
        drawn.square(ring);
        CHECK(std::isinf(metres(drawn, {0, 0}, {40, 110})));
        CHECK(sights_in(drawn.streets(), drawn.plane()) == 0);
    }
}

TEST_CASE("a square that lies on a bridge is joined by the ways of its bridge")
{
    const gis::StreetLevel bridge{1, true, false};
    DrawnStreets drawn;
    const auto ring = drawn.nodes({{0, 0}, {80, 0}, {80, 60}, {0, 60}});
    drawn.way({drawn.node(-50, 30), drawn.node(10, 30)}, bridge);
    drawn.way({drawn.node(40, -50), drawn.node(40, 110)});
    drawn.square(ring, {}, bridge);
    CHECK(is_close(metres(drawn, {-50, 30}, {0, 30}), 50.0, 0, centimetre));
    CHECK(std::isinf(metres(drawn, {-50, 30}, {40, 110})));
}

TEST_CASE("a way that ends on the outline or within a centimetre of it is joined")
{
    for (const double beside_m : {0.0, 0.006, -0.006}) {
        DrawnStreets drawn;
        const auto ring = drawn.nodes({{0, 0}, {80, 0}, {80, 60}, {0, 60}});
        drawn.way({drawn.node(-50, 0), ring[0]});
        drawn.way({drawn.node(40, 60 + beside_m), drawn.node(40, 110)});
        drawn.square(ring);
        CAPTURE(beside_m);
        CHECK(is_close(metres(drawn, {-50, 0}, {40, 110}), 100.0 + std::hypot(40, 60), 0, 2 * centimetre));
    }
}

TEST_CASE("a way that passes over a corner of the outline without sharing it is joined to the corner")
{
    DrawnStreets drawn;
    const auto ring = drawn.nodes({{0, 0}, {80, 0}, {80, 60}, {0, 60}});
    drawn.way({drawn.node(-40, -30), drawn.node(40, 30)});
    drawn.way({drawn.node(130, 60), ring[2]});
    drawn.square(ring);
    CHECK(is_close(metres(drawn, {-40, -30}, {130, 60}), 50.0 + 100.0 + 50.0, 0, centimetre));
    const gis::Streets streets = drawn.streets();
    CHECK(streets.node.size() == drawn.ways().lines.node.size()); // nothing new is needed
}

TEST_CASE("squares that overlap are joined where their outlines cross")
{
    DrawnStreets drawn;
    const auto west = drawn.nodes({{0, 0}, {80, 0}, {80, 60}, {0, 60}});
    const auto east = drawn.nodes({{60, 20}, {160, 20}, {160, 40}, {60, 40}});
    drawn.way({drawn.node(-50, 0), west[0]});
    drawn.way({drawn.node(210, 40), east[2]});
    drawn.square(west);
    drawn.square(east);
    CHECK(is_close(metres(drawn, {0, 0}, {160, 40}), std::hypot(80, 20) + std::hypot(80, 20), 0, centimetre));
}

TEST_CASE("a barred node is no corner")
{
    DrawnStreets drawn;
    const auto ring = drawn.nodes({{0, 0}, {80, 0}, {80, 60}, {0, 60}});
    const std::uint32_t gate = drawn.node(40, 60, gis::node_barred);
    drawn.way({gate, drawn.node(40, 110)});
    drawn.way({drawn.node(-50, 0), ring[0]});
    drawn.square({ring[0], ring[1], ring[2], gate, ring[3]});
    CHECK(std::isinf(metres(drawn, {-50, 0}, {40, 110})));
    for (const gis::SquareCorner& corner : drawn.network().squares.at(0).corners) {
        CHECK(gis::distance_m(corner.at, {40, 60}) > 1.0);
    }
}

TEST_CASE("lines of sight are private on a private square, and steps on one of steps")
{
    for (const std::uint8_t flags : {std::uint8_t{0}, gis::line_private, gis::line_steps}) {
        DrawnStreets drawn;
        const auto ring = drawn.nodes({{0, 0}, {80, 0}, {80, 60}, {0, 60}});
        drawn.way({drawn.node(-50, 0), ring[0]});
        drawn.way({ring[2], drawn.node(130, 60)});
        drawn.square(ring, {}, {}, flags);
        const gis::WalkNetwork network = drawn.network();
        CHECK(std::count(network.edge_flags.begin(), network.edge_flags.end(), flags | gis::line_sight) == 1);
        CHECK(network.squares.at(0).is_private == (flags == gis::line_private));
        CHECK(network.squares.at(0).is_steps == (flags == gis::line_steps));
    }
}

TEST_CASE("a square whose outline is open, crosses itself or is not all in the file is walked around and named")
{
    DrawnStreets drawn;
    const auto ring = drawn.nodes({{0, 0}, {80, 0}, {80, 60}, {0, 60}});
    drawn.way({drawn.node(-50, 0), ring[0]});
    drawn.way({ring[2], drawn.node(130, 60)});
    SECTION("open")
    {
        const std::uint32_t way = drawn.way({ring[0], ring[1], ring[2]});
        drawn.ways().squares.push_back({"way/7", {way}, {}, 0, 0, true});
        const gis::Streets streets = drawn.streets();
        REQUIRE(streets.uncrossed_squares.size() == 1);
        CHECK(streets.uncrossed_squares[0].fault == gis::SquareFault::open);
        CHECK(streets.uncrossed_squares[0].id == "way/7");
        CHECK(is_close(metres(drawn, {-50, 0}, {130, 60}), 240.0, 0, centimetre));
    }
    SECTION("crossing itself")
    {
        drawn.square({ring[0], ring[1], ring[3], ring[2]});
        const gis::Streets streets = drawn.streets();
        REQUIRE(streets.uncrossed_squares.size() == 1);
        CHECK(streets.uncrossed_squares[0].fault == gis::SquareFault::crosses_itself);
    }
    SECTION("incomplete")
    {
        drawn.square(ring);
        drawn.ways().squares[0].is_complete = false;
        const gis::Streets streets = drawn.streets();
        REQUIRE(streets.uncrossed_squares.size() == 1);
        CHECK(streets.uncrossed_squares[0].fault == gis::SquareFault::incomplete);
        CHECK(is_close(metres(drawn, {-50, 0}, {130, 60}), 240.0, 0, centimetre));
    }
    CHECK(drawn.streets().squares.empty());
}

TEST_CASE("rings come together out of many ways, whatever their order and direction")
{
    DrawnStreets drawn;
    const auto ring = drawn.nodes({{0, 0}, {80, 0}, {80, 60}, {0, 60}});
    const auto hole = drawn.nodes({{30, 20}, {50, 20}, {50, 40}, {30, 40}});
    drawn.way({drawn.node(-50, 0), ring[0]});
    drawn.way({ring[2], drawn.node(130, 60)});
    gis::UnjoinedSquare square{"relation/1", {}, {}, 0, 0, true};
    for (const auto& refs : {std::vector{hole[2], hole[1], hole[0]},
                             {ring[2], ring[1]},
                             {ring[0], ring[1]},
                             {hole[2], hole[3], hole[0]},
                             {ring[2], ring[3], ring[0]}}) {
        square.ways.push_back(drawn.way(refs));
    }
    drawn.ways().squares.push_back(square);
    const gis::Streets streets = drawn.streets();
    REQUIRE(streets.squares.size() == 1);
    CHECK(streets.squares[0].outer.size() == 5);
    REQUIRE(streets.squares[0].holes.size() == 1);
    CHECK(streets.squares[0].holes[0].size() == 5);
    CHECK(is_close(metres(drawn, {0, 0}, {80, 60}), std::hypot(30, 40) + std::hypot(50, 20), 0, centimetre));
}

TEST_CASE("an island in a hole is ground of its own, and rings may touch at a node")
{
    DrawnStreets drawn;
    const auto outer = drawn.nodes({{0, 0}, {90, 0}, {90, 90}, {0, 90}});
    const auto hole = drawn.nodes({{30, 30}, {60, 30}, {60, 60}, {30, 60}});
    const auto island = drawn.nodes({{40, 40}, {50, 40}, {50, 50}, {40, 50}});
    drawn.square(outer, {island, hole, {outer[0], drawn.node(10, 5), drawn.node(5, 10)}});
    const gis::Streets streets = drawn.streets();
    REQUIRE(streets.squares.size() == 2);
    CHECK(streets.squares[0].holes.size() == 2);
    CHECK(streets.squares[1].outer.size() == 5);
}

TEST_CASE("ways that lie far from a city are left out, squares with all their ways or not at all")
{
    DrawnStreets drawn = rectangular_square();
    const auto far = drawn.nodes({{5000, 0}, {5080, 0}, {5080, 60}, {5000, 60}});
    drawn.square(far);
    const auto west = drawn.plane().to_degrees(gis::Point{-60, -10});
    const auto middle = drawn.plane().to_degrees(gis::Point{10, 70});
    gis::UnjoinedStreets near = gis::cut_to(drawn.ways(), {west.x, west.y, middle.x, middle.y});
    REQUIRE(near.squares.size() == 1);
    CHECK(near.lines.line_count() == 2); // the way to the east does not touch the box
    CHECK(gis::joined(near, gis::Squares::across).squares.size() == 1);
}

TEST_CASE("walks between junctions of random squares are those of every two corners that see each other")
{
    std::mt19937_64 random(11);
    for (int round = 0; round < 30; ++round) {
        const int corners = 6 + static_cast<int>(random() % 25);
        const gis::Polygon ground{shapes::random_star(random, {0, 0}, 100.0, corners),
                                  {shapes::random_star(random, {5, 3}, 20.0, 3 + static_cast<int>(random() % 9))}};
        DrawnStreets drawn;
        std::vector<std::uint32_t> ring;
        for (std::size_t i = 0; i + 1 < ground.outer.size(); ++i) {
            ring.push_back(drawn.node(ground.outer[i].x, ground.outer[i].y));
            if (i % 4 == 0) {
                drawn.way({ring.back(), drawn.node(ground.outer[i].x * 3.0, ground.outer[i].y * 3.0)});
            }
        }
        gis::Ring open_hole(ground.holes[0].begin(), ground.holes[0].end() - 1);
        drawn.square(ring, {drawn.nodes(open_hole)});
        const gis::WalkNetwork network = drawn.network();

        std::vector<gis::Point> vertices(ground.outer.begin(), ground.outer.end() - 1);
        vertices.insert(vertices.end(), open_hole.begin(), open_hole.end());
        const std::size_t count = vertices.size();
        std::vector<std::vector<double>> metres_of(count, std::vector<double>(count, 1e9));
        for (std::size_t i = 0; i < count; ++i) {
            metres_of[i][i] = 0.0;
            for (std::size_t j = 0; j < i; ++j) {
                if (sight::leaves_by_m(ground, {vertices[i], vertices[j]}) < 0.001) {
                    metres_of[i][j] = metres_of[j][i] = gis::distance_m(vertices[i], vertices[j]);
                }
            }
        }
        for (std::size_t k = 0; k < count; ++k) {
            for (std::size_t i = 0; i < count; ++i) {
                for (std::size_t j = 0; j < count; ++j) {
                    metres_of[i][j] = std::fmin(metres_of[i][j], metres_of[i][k] + metres_of[k][j]);
                }
            }
        }
        for (std::size_t i = 0; i < ring.size(); i += 4) {
            const auto ways_m = DrawnStreets::ways_m(network, DrawnStreets::nearest_node(network, vertices[i]));
            for (std::size_t j = 0; j < i; j += 4) {
                CAPTURE(round, i, j);
                REQUIRE(is_close(ways_m[DrawnStreets::nearest_node(network, vertices[j])], metres_of[i][j], 0, centimetre));
            }
        }
    }
}
