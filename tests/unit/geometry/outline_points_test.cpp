#include "gis/geometry/outline.hpp"
#include "support/catch.hpp"
#include "support/shapes.hpp"

#include <algorithm>

using namespace gis;

TEST_CASE("an outline is walked round at its corners and at steps of at most five metres between", "[outline]")
{
    const auto points = outline_points(shapes::rectangle(0, 0, 12, 5), 5.0);
    CHECK(points.size() == 2 * 3 + 2 * 1); // 12 m in three steps of 4 m, 5 m in one
    for (const Point& corner : {Point{0, 0}, Point{12, 0}, Point{12, 5}, Point{0, 5}, Point{4, 0}, Point{8, 5}}) {
        CHECK(std::find(points.begin(), points.end(), corner) != points.end());
    }
    CHECK(outline_points(shapes::rectangle(0, 0, 12, 5.001), 5.0).size() == 2 * 3 + 2 * 2);
}

TEST_CASE("every part of a ground has its outline, and no hole has one", "[outline]")
{
    MultiPolygon ground = shapes::rectangle(0, 0, 10, 10);
    ground.front().holes = {shapes::rectangle_ring(2, 2, 8, 8)};
    ground.push_back(shapes::rectangle(100, 0, 110, 10).front());
    ground.push_back(shapes::rectangle(200, 0, 210, 10).front());
    const auto points = outline_points(ground, 100.0);
    CHECK(points.size() == 3 * 4);
    for (const double x : {0.0, 100.0, 200.0}) {
        CHECK(std::find(points.begin(), points.end(), Point{x, 0}) != points.end());
    }
}
