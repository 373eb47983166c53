#include "gis/widening/widening.hpp"

#include "gis/geometry/overlay.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/shapes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace {

using gis::Line;
using gis::MultiLine;
using gis::MultiPolygon;
using gis::Point;

constexpr double by_m = 25.0;
/// Arcs are chords of an eighth of a quarter.
const double round_m2 = 16.0 * std::sin(std::numbers::pi / 16.0) * by_m * by_m;

MultiPolygon widened(const MultiLine& lines, const MultiPolygon& ground = {}, double by = by_m)
{
    return gis::Widening().widened(lines, ground, by);
}

double area_m2(const MultiPolygon& ground)
{
    return gis::area(ground).square_metres();
}

bool is_valid(const MultiPolygon& ground)
{
    return !gis::repaired(ground).was_invalid;
}

double metres_to(const MultiLine& lines, const Point& at)
{
    double least = 1e300;
    for (const Line& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Point& a = line[i - 1];
            const Point way{line[i].x - a.x, line[i].y - a.y};
            const double squared = way.x * way.x + way.y * way.y;
            const double along = ((at.x - a.x) * way.x + (at.y - a.y) * way.y) / std::max(squared, 1e-300);
            const double share = std::clamp(along, 0.0, 1.0);
            least = std::min(least, gis::distance_m(gis::Point{a.x + share * way.x, a.y + share * way.y}, at));
        }
    }
    return least;
}

/// Points at which the ground is not what the definition says, but for those within what its arcs may be off.
std::size_t wrong_points(const MultiPolygon& made, const MultiLine& lines, const MultiPolygon& ground, double by, std::mt19937& random)
{
    const double off_m = by * 0.005 + 0.001;
    gis::Box box = gis::bounds(made);
    box.add(gis::bounds(ground));
    std::uniform_real_distribution<double> x(box.min_x - 1.0, box.max_x + 1.0);
    std::uniform_real_distribution<double> y(box.min_y - 1.0, box.max_y + 1.0);
    std::size_t wrong = 0;
    for (int i = 0; i < 400; ++i) {
        const Point at{x(random), y(random)};
        const double away_m = metres_to(lines, at);
        const bool is_in_ground = gis::contains(ground, at);
        const bool is_doubtful =
            !is_in_ground && (std::fabs(away_m - by) < off_m || (away_m > by && gis::distance_to_outline_m(ground, at) < 0.001));
        wrong += !is_doubtful && gis::contains(made, at) != (is_in_ground || away_m <= by) ? std::size_t{1} : std::size_t{0};
    }
    return wrong;
}

} // namespace

TEST_CASE("a street of 100 m widened by 25 m is a strip with two round ends", "[widening]")
{
    const MultiPolygon made = widened({{{0, 0}, {100, 0}}});
    REQUIRE(made.size() == 1);
    CHECK(made[0].holes.empty());
    CHECK(is_close(area_m2(made), 100.0 * 50.0 + round_m2, 2e-4));
    CHECK(made[0].outer.size() == 2 * 17 + 1);
    CHECK(is_valid(made));
}

TEST_CASE("streets that cross or lie on each other count once", "[widening]")
{
    const double cross_m2 = 2.0 * 200.0 * 50.0 - 50.0 * 50.0 + 2.0 * round_m2;
    CHECK(is_close(area_m2(widened({{{-100, 0}, {100, 0}}, {{0, -100}, {0, 100}}})), cross_m2, 2e-4));
    const double once_m2 = area_m2(widened({{{0, 0}, {100, 0}}}));
    CHECK(is_close(area_m2(widened({{{0, 0}, {100, 0}}, {{100, 0}, {0, 0}}, {{20, 0}, {70, 0}}, {{0, 0}, {40, 0}, {100, 0}}})), once_m2,
                   2e-4));
}

TEST_CASE("a block of houses stays a hole, and its corners stay corners", "[widening]")
{
    const MultiPolygon made = widened({{{0, 0}, {200, 0}, {200, 120}, {0, 120}, {0, 0}}});
    REQUIRE(made.size() == 1);
    REQUIRE(made[0].holes.size() == 1);
    CHECK(made[0].holes[0].size() == 5);
    CHECK(is_close(area_m2({{made[0].holes[0], {}}}), 150.0 * 70.0, 2e-4));
    CHECK(is_close(area_m2({{made[0].outer, {}}}), 200.0 * 120.0 + 2.0 * (200.0 + 120.0) * 25.0 + round_m2, 2e-4));
}

TEST_CASE("streets just twice the widening apart leave no slit", "[widening]")
{
    const MultiPolygon made = widened({{{0, 0}, {300, 0}}, {{0, 50}, {300, 50}}, {{0, 0}, {0, 50}}});
    REQUIRE(made.size() == 1);
    CHECK(made[0].holes.empty());
    CHECK(is_valid(made));
    CHECK(contains(made, {150, 25}));
}

TEST_CASE("streets apart are parts of their own", "[widening]")
{
    const MultiPolygon made = widened({{{0, 0}, {100, 0}}, {{0, 60}, {100, 60}}});
    CHECK(made.size() == 2);
    CHECK(is_close(area_m2(made), 2.0 * (100.0 * 50.0 + round_m2), 2e-4));
}

TEST_CASE("ground is joined to what is walked, with its holes, or stands alone", "[widening]")
{
    const MultiPolygon campus = {{shapes::rectangle_ring(100, -50, 200, 50), {shapes::rectangle_ring(140, 10, 160, 30)}}};
    const MultiPolygon joined = widened({{{0, 0}, {100, 0}}}, campus);
    REQUIRE(joined.size() == 1);
    REQUIRE(joined[0].holes.size() == 1);
    const double half_round_m2 = round_m2 / 2.0;
    CHECK(is_close(area_m2(joined), 100.0 * 50.0 + half_round_m2 + 100.0 * 100.0 - 20.0 * 20.0, 2e-4));

    CHECK(widened({{{0, 0}, {40, 0}}}, campus).size() == 2);
    CHECK(widened({{{0, 0}, {40, 0}}}, shapes::rectangle(0, -5, 30, 5)).size() == 1);
    CHECK(widened({}, campus) == campus);
    CHECK(widened({}).empty());
}

TEST_CASE("a street on the campus fills its yard only as far as it goes", "[widening]")
{
    const MultiPolygon campus = {{shapes::rectangle_ring(-100, -100, 100, 100), {shapes::rectangle_ring(-50, -50, 50, 50)}}};
    const MultiPolygon made = widened({{{-70, 0}, {-30, 0}}}, campus);
    REQUIRE(made.size() == 1);
    REQUIRE(made[0].holes.size() == 1);
    CHECK(contains(made, {-10, 0}));
    CHECK_FALSE(contains(made, {10, 0}));
}

TEST_CASE("random streets and grounds widened are what lies within the distance", "[widening]")
{
    gis::Widening widening;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        std::mt19937_64 random_shape(seed);
        std::uniform_real_distribution<double> place(-200.0, 200.0);
        const double by = std::array{0.5, 5.0, 25.0, 100.0}[seed % 4];
        MultiLine lines;
        for (unsigned i = 0; i < 1 + seed % 12; ++i) {
            lines.push_back({{place(random), place(random)}});
            for (unsigned k = 0; k < 1 + random() % 4; ++k) {
                lines.back().push_back({place(random), place(random)});
            }
        }
        const MultiPolygon ground = seed % 3 == 0 ? MultiPolygon() : shapes::random_ground(random_shape, 150.0, 80.0);
        const MultiPolygon made = widening.widened(lines, ground, by);
        REQUIRE(is_valid(made));
        REQUIRE(wrong_points(made, lines, ground, by, random) == 0);
    }
}

/// Where everything lies on everything else: vertices on streets, parallels at the widening and at twice of it, streets there and back.
TEST_CASE("towns on a drawing board widened are what lies within the distance", "[widening]")
{
    gis::Widening widening;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const double step = std::array{12.5, 25.0, 50.0, 100.0}[seed % 4];
        MultiLine lines;
        for (unsigned i = 0; i < 2 + seed % 30; ++i) {
            Point at{step * static_cast<double>(random() % 9), step * static_cast<double>(random() % 9)};
            lines.push_back({at});
            for (unsigned k = 0; k < 1 + random() % 4; ++k) {
                const Point way = std::array{Point{1, 0}, Point{0, 1}, Point{-1, 0}, Point{0, -1}, Point{1, 1}, Point{0, 3}}[random() % 6];
                at = {at.x + step * way.x, at.y + step * way.y};
                lines.back().push_back(at);
            }
        }
        const MultiPolygon ground = seed % 2 == 0 ? MultiPolygon() : shapes::rectangle(50, 75, 175, 150);
        const MultiPolygon made = widening.widened(lines, ground, by_m);
        REQUIRE(is_valid(made));
        REQUIRE(wrong_points(made, lines, ground, by_m, random) == 0);
    }
}
