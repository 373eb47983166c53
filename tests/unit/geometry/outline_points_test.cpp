#include "gis/geometry/outline.hpp"
#include "support/catch.hpp"
#include "support/shapes.hpp"

#include <algorithm>

using namespace gis;

TEST_CASE("an outline is walked round at its corners and at steps of at most five metres between", "[outline]")
{
    const auto points = outline_points(shapes::rectangle(0, 0, 12, 5).front(), 5.0);
    CHECK(points.size() == 2 * 3 + 2 * 1); // 12 m in three steps of 4 m, 5 m in one
    for (const Point& corner : {Point{0, 0}, Point{12, 0}, Point{12, 5}, Point{0, 5}, Point{4, 0}, Point{8, 5}}) {
        CHECK(std::find(points.begin(), points.end(), corner) != points.end());
    }
    CHECK(outline_points(shapes::rectangle(0, 0, 12, 5.001).front(), 5.0).size() == 2 * 3 + 2 * 2);
}

TEST_CASE("a hole has no outline to be entered by", "[outline]")
{
    Polygon ground = shapes::rectangle(0, 0, 10, 10).front();
    ground.holes = {shapes::rectangle_ring(2, 2, 8, 8)};
    CHECK(outline_points(ground, 100.0).size() == 4);
}
