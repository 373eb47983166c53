#include "gis/network/square.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/shapes.hpp"
#include "support/sight_oracle.hpp"

#include <cmath>
#include <random>

namespace {

gis::Ring closed(gis::Ring ring)
{
    ring.push_back(ring.front());
    return ring;
}

gis::Square square_of(gis::Polygon ground, std::vector<gis::SquareCorner> corners = {})
{
    return {std::move(ground), std::move(corners), false};
}

/// 100 m x 60 m, with a building in the middle.
gis::Square around_a_building()
{
    return square_of({shapes::rectangle_ring(0, 0, 100, 60), {shapes::rectangle_ring(40, 20, 60, 40)}});
}

/// An L: 100 m long and 100 m high, 40 m wide. The inward corner is at (40, 40).
gis::Square l_shaped()
{
    return square_of({closed({{0, 0}, {100, 0}, {100, 40}, {40, 40}, {40, 100}, {0, 100}}), {}});
}

gis::Square turned(const gis::Square& square, double radians, double metres_away)
{
    const auto turn = [&](gis::Ring ring) {
        for (gis::Point& at : ring) {
            at = {at.x * std::cos(radians) - at.y * std::sin(radians) + metres_away,
                  at.x * std::sin(radians) + at.y * std::cos(radians) - metres_away};
        }
        return ring;
    };
    gis::Polygon ground{turn(square.ground.outer), {}};
    for (const gis::Ring& hole : square.ground.holes) {
        ground.holes.push_back(turn(hole));
    }
    return square_of(ground);
}

gis::Point turned(const gis::Point& at, double radians, double metres_away)
{
    return {at.x * std::cos(radians) - at.y * std::sin(radians) + metres_away,
            at.x * std::sin(radians) + at.y * std::cos(radians) - metres_away};
}

/// A star with a star-shaped hole, of so many corners that both ways of asking (all segments, a grid) are met.
gis::Polygon random_ground(std::mt19937_64& random)
{
    const int corners = 10 + static_cast<int>(random() % 40);
    return {shapes::random_star(random, {0, 0}, 100.0, corners), {shapes::random_star(random, {3, 2}, 25.0, corners / 2)}};
}

} // namespace

TEST_CASE("a square is seen across")
{
    const gis::Square square = square_of({shapes::rectangle_ring(0, 0, 80, 60), {}});
    CHECK(gis::sees(square, {0, 0}, {80, 60}));
    CHECK(gis::sees(square, {10, 10}, {70, 20}));
    CHECK(gis::sees(square, {0, 30}, {80, 30}));
}

TEST_CASE("a hole is a wall whose corners and sides may be touched")
{
    const gis::Square square = around_a_building();
    CHECK_FALSE(gis::sees(square, {0, 30}, {100, 30}));
    CHECK_FALSE(gis::sees(square, {0, 0}, {100, 60}));
    CHECK(gis::sees(square, {0, 20}, {100, 20})); // along its side
    CHECK(gis::sees(square, {40, 40}, {60, 40})); // its side alone
    CHECK(gis::sees(square, {30, 30}, {50, 50})); // through its corner
    CHECK_FALSE(gis::sees(square, {40, 20}, {60, 40}));
    CHECK_FALSE(gis::sees(square, {40, 20}, {50, 30})); // to a point in it
}

TEST_CASE("who looks past an inward corner sees what its two sides let through")
{
    const gis::Square square = l_shaped();
    CHECK(gis::sees(square, {0, 80}, {80, 0})); // through the corner
    CHECK_FALSE(gis::sees(square, {0, 100}, {100, 0}));
    CHECK(gis::sees(square, {100, 40}, {0, 40})); // along a side and on
    CHECK_FALSE(gis::sees(square, {100, 40}, {40, 100}));
    CHECK(gis::sees(square, {0, 100}, {40, 40}));
}

TEST_CASE("along an outline with vertices in a row it is seen, and not past its end")
{
    const gis::Square square = square_of({closed({{0, 0}, {10, 0}, {20, 0}, {30, 0}, {30, 10}, {20, 10}, {20, 20}, {0, 20}}), {}});
    CHECK(gis::sees(square, {0, 0}, {30, 0}));
    CHECK(gis::sees(square, {5, 0}, {25, 0}));
    CHECK(gis::sees(square, {20, 20}, {20, 0}));
    CHECK_FALSE(gis::sees(square, {0, 0}, {31, 0}));
    CHECK_FALSE(gis::sees(square, {30, 10}, {20, 20})); // over the notch
}

TEST_CASE("a line may leave a square by what rounding moves a point, and by no more")
{
    const gis::Square square = square_of({shapes::rectangle_ring(0, 0, 80, 60), {}});
    CHECK(gis::sees(square, {0, 60.0005}, {80, 60.0005}));
    CHECK(gis::sees(square, {0, -0.0005}, {80, 60.0005}));
    CHECK_FALSE(gis::sees(square, {0, 60.01}, {80, 60.01}));
    CHECK_FALSE(gis::sees(square, {40, 30}, {40, 60.01}));
    const gis::Square bay = square_of({closed({{0, 0}, {80, 0}, {80, 60}, {40, 59.99}, {0, 60}}), {}});
    CHECK_FALSE(gis::sees(bay, {0, 60}, {80, 60}));
}

TEST_CASE("sight does not depend on how a square lies in the plane")
{
    const std::vector<sight::SightLine> lines{
        {{0, 20}, {100, 20}}, {{30, 30}, {50, 50}}, {{40, 40}, {60, 40}}, {{0, 0}, {100, 60}}, {{40, 20}, {60, 40}}};
    const gis::Square square = around_a_building();
    for (int degrees = 0; degrees < 360; degrees += 7) {
        const double radians = degrees * 3.14159265358979 / 180.0;
        const gis::Square there = turned(square, radians, 54321.0);
        for (const sight::SightLine& line : lines) {
            CAPTURE(degrees, line.a.x, line.a.y);
            CHECK(gis::sees(there, turned(line.a, radians, 54321.0), turned(line.b, radians, 54321.0)) ==
                  gis::sees(square, line.a, line.b));
        }
    }
}

TEST_CASE("sight over random ground is that of looking point by point")
{
    std::mt19937_64 random(4);
    std::size_t seen = 0;
    for (int round = 0; round < 40; ++round) {
        const gis::Polygon ground = random_ground(random);
        const gis::Square square = square_of(ground);
        std::vector<gis::Point> points;
        for (const gis::Ring& ring : sight::rings_of(ground)) {
            points.insert(points.end(), ring.begin() + 1, ring.end());
        }
        for (std::size_t i = 0; i < points.size(); ++i) {
            for (std::size_t j = i + 1; j < points.size(); j += 1 + random() % 5) {
                const double leaves_m = sight::leaves_by_m(ground, {points[i], points[j]});
                CAPTURE(round, i, j, leaves_m);
                if (leaves_m < 0.0005 || leaves_m > 0.003) {
                    REQUIRE(gis::sees(square, points[i], points[j]) == (leaves_m < 0.0005));
                    REQUIRE(gis::sees(square, points[j], points[i]) == (leaves_m < 0.0005));
                    seen += leaves_m < 0.0005 ? 1U : 0U;
                }
            }
        }
    }
    CHECK(seen > 1000);
}

TEST_CASE("from a point one goes on at every junction in sight, and at bends along tangents alone")
{
    gis::SquareCorner junction{gis::NodeId{7}, {100, 0}, false, false, {}, {}};
    gis::SquareCorner near_bend{gis::NodeId{8}, {40, 20}, true, true, {60, 20}, {40, 40}};
    gis::SquareCorner far_bend{gis::NodeId{9}, {60, 40}, true, true, {40, 40}, {60, 20}};
    const gis::Square square = square_of(around_a_building().ground, {junction, near_bend, far_bend});
    const auto sights = gis::sights_from(square, {10, 35});
    REQUIRE(sights.size() == 1); // the junction lies behind the building, the far bend too
    CHECK(sights[0].node == gis::NodeId{8});
    CHECK(is_close(sights[0].metres, std::hypot(30, 15), 1e-6));
    CHECK(gis::sights_from(square, {20, 0}).size() == 1); // who stands before the bend has nothing to go around
    CHECK(gis::sights_from(square, {20, 0})[0].node == gis::NodeId{7});
}
