#include "report/thinning.hpp"

#include <catch2/catch.hpp>

using fieldgap::thinned;
using gis::Point;

TEST_CASE("points on a straight line go, corners stay")
{
    const std::vector<Point> line = {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}, {4, 1}, {4, 2}};
    CHECK(thinned(line, 0.1) == std::vector<Point>{{0, 0}, {4, 0}, {4, 2}});
}

TEST_CASE("a point goes only where the line moves by no more than asked")
{
    const std::vector<Point> line = {{0, 0}, {1, 0.3}, {2, 0}, {3, 0.1}, {4, 0}, {5, 0}};
    CHECK(thinned(line, 0.2) == std::vector<Point>{{0, 0}, {1, 0.3}, {2, 0}, {5, 0}});
    CHECK(thinned(line, 0.0) == line);
}

TEST_CASE("a ring smaller than what may go still encloses something")
{
    const std::vector<Point> ring = {{0, 0}, {1, 0}, {2, 0}, {2, 2}, {0, 2}, {0, 1}, {0, 0}};
    const auto kept = thinned(ring, 100.0);
    CHECK(kept.size() == 3);
    CHECK(kept[1] == Point{2, 2});
}
