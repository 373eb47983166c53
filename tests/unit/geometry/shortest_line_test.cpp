#include "gis/geometry/outline.hpp"
#include "gis/geometry/overlay.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <random>

namespace {

gis::Polygon rectangle(double x, double y, double width, double height)
{
    return {{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}};
}

double length_m(const gis::Line& line)
{
    return gis::distance_m(line.front(), line.back());
}

/// A polygon around a place, of so many corners that all see its middle.
gis::Polygon star(std::mt19937& random, gis::Point middle, double radius_m, std::size_t corners)
{
    std::uniform_real_distribution<double> share(0.3, 1.0);
    gis::Polygon polygon;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 6.283185307179586 * static_cast<double>(i) / static_cast<double>(corners);
        const double away_m = radius_m * share(random);
        polygon.outer.push_back({middle.x + away_m * std::cos(angle), middle.y + away_m * std::sin(angle)});
    }
    polygon.outer.push_back(polygon.outer.front());
    return polygon;
}

/// Two polygons that are apart come nearest at a corner of one of them.
double by_all_corners_m(const gis::Polygon& a, const gis::Polygon& b)
{
    double least_m = std::numeric_limits<double>::infinity();
    for (const gis::Point& corner : a.outer) {
        least_m = std::min(least_m, gis::distance_to_outline_m(b, corner));
    }
    for (const gis::Point& corner : b.outer) {
        least_m = std::min(least_m, gis::distance_to_outline_m(a, corner));
    }
    return gis::is_within(a, b, 0.0) ? 0.0 : least_m;
}

} // namespace

TEST_CASE("the shortest line leads from the first outline to the second", "[shortest_line]")
{
    const gis::Line line = gis::shortest_line(rectangle(0, 0, 10, 10), rectangle(30, 0, 10, 10));
    CHECK(line.front().x == 10.0);
    CHECK(line.back().x == 30.0);
    CHECK(length_m(line) == 20.0);
    CHECK(gis::shortest_line(rectangle(0, 0, 10, 10), gis::Point{5, 13}) == gis::Line{{5, 10}, {5, 13}});
    CHECK(gis::shortest_line(gis::Point{5, 13}, rectangle(0, 0, 10, 10)) == gis::Line{{5, 13}, {5, 10}});
}

TEST_CASE("what overlaps, lies inside or touches is no metre apart, and a hole is no ground", "[shortest_line]")
{
    CHECK(length_m(gis::shortest_line(rectangle(0, 0, 10, 10), rectangle(5, 5, 10, 10))) == 0.0);
    CHECK(length_m(gis::shortest_line(rectangle(0, 0, 10, 10), rectangle(2, 2, 1, 1))) == 0.0);
    CHECK(length_m(gis::shortest_line(rectangle(0, 0, 10, 10), rectangle(10, 0, 10, 10))) == 0.0);
    CHECK(gis::shortest_line(rectangle(0, 0, 10, 10), gis::Point{5, 5}) == gis::Line{{5, 5}, {5, 5}});
    gis::Polygon ring = rectangle(0, 0, 100, 100);
    ring.holes = {rectangle(10, 10, 80, 80).outer};
    CHECK(length_m(gis::shortest_line(ring, gis::Point{50, 30})) == 20.0);
    CHECK(length_m(gis::shortest_line(ring, rectangle(50, 50, 5, 5))) == 35.0);
}

TEST_CASE("the shortest line between polygons of few and of very many corners is that of all corners", "[shortest_line]")
{
    std::mt19937 random(13);
    for (const std::size_t corners : {5U, 40U, 1500U}) {
        for (const double away_m : {0.0, 60.0, 150.0, 400.0}) {
            CAPTURE(corners, away_m);
            const gis::Polygon a = star(random, {0, 0}, 100.0, corners);
            const gis::Polygon b = star(random, {away_m, away_m}, 100.0, corners);
            const gis::Line line = gis::shortest_line(a, b);
            CHECK(length_m(line) == Approx(by_all_corners_m(a, b)).margin(1e-9));
            CHECK(length_m(gis::shortest_line(a, line.front())) == Approx(0.0).margin(1e-9));
            CHECK(length_m(gis::shortest_line(b, line.back())) == Approx(0.0).margin(1e-9));
        }
    }
}
