#include "gis/geometry/outline.hpp"
#include "gis/geometry/overlay.hpp"
#include "support/catch.hpp"
#include "support/shapes.hpp"

#include <algorithm>
#include <random>

using namespace gis;
using shapes::rectangle;

TEST_CASE("an outline is entered at its corners and at equal steps of at most 5 m", "[outline]")
{
    CHECK(outline_points(Polygon(), 5.0).empty());
    const std::vector<Point> points = outline_points(rectangle(0, 0, 10, 12).front(), 5.0);
    // 10 m are two steps of 5 m, 12 m three of 4 m.
    const std::vector<Point> expected = {{0, 0}, {5, 0}, {10, 0}, {10, 4}, {10, 8}, {10, 12}, {5, 12}, {0, 12}, {0, 8}, {0, 4}};
    REQUIRE(points.size() == expected.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        CHECK(distance_m(points[i], expected[i]) < 1e-12);
    }
}

TEST_CASE("the points of any outline lie on it, no step is longer than asked, holes have none", "[outline]")
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        const Polygon ground = shapes::random_ground(random, 1000.0, 80.0).front();
        const Polygon filled = {ground.outer, {}};
        const std::vector<Point> points = outline_points(ground, 5.0);
        for (std::size_t i = 0; i < points.size(); ++i) {
            REQUIRE(distance_m(points[i], points[(i + 1) % points.size()]) <= 5.0 + 1e-9);
            REQUIRE(distance_to_outline_m(filled, points[i]) < 1e-9);
        }
    }
}

TEST_CASE("only points in boxes that nobody wants are left out", "[outline]")
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        const Polygon ground = {shapes::random_star(random, {0, 0}, 400.0, seed % 2 == 0 ? 7 : 900), {}};
        std::uniform_real_distribution<double> place(-400.0, 400.0);
        const Box wanted = Box{place(random), place(random), 450.0, 450.0};
        const auto is_in = [&](const Point& p) { return p.x >= wanted.min_x && p.y >= wanted.min_y; };
        const auto meets = [&](const Box& box) { return box.max_x >= wanted.min_x && box.max_y >= wanted.min_y; };
        std::vector<Point> some;
        visit_outline_points(ground, 5.0, meets, [&](const Point& at) { some.push_back(at); });
        const std::vector<Point> all = outline_points(ground, 5.0);
        auto next = some.begin(); // what is visited stands in the order of all points, to the last bit
        for (const Point& at : all) {
            const bool is_visited = next != some.end() && *next == at;
            CHECK((is_visited || !is_in(at)));
            next += is_visited ? 1 : 0;
        }
        CHECK(next == some.end());
    }
}

TEST_CASE("far from everything wanted a long outline costs nothing", "[outline]")
{
    int asked = 0;
    const auto nothing = [&](const Box&) {
        ++asked;
        return false;
    };
    visit_outline_points(rectangle(0, 0, 1e6, 1e6).front(), 5.0, nothing, [](const Point&) { FAIL("visited"); });
    CHECK(asked == 1);
}
