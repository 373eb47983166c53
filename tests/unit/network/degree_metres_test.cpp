#include "gis/network/degree_metres.hpp"

#include "gis/geometry/geodesic.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"

#include <algorithm>
#include <limits>
#include <random>

TEST_CASE("lengths from the table are those of the formula", "[network]")
{
    const gis::DegreeMetres metres;
    const unsigned seed = 11;
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> longitude(-180.0, 180.0), latitude(-85.0, 85.0), step(-0.01, 0.01);
    for (int i = 0; i < 20000; ++i) {
        const gis::Point a{longitude(random), latitude(random)};
        const gis::Point b{a.x + step(random), a.y + step(random)};
        CAPTURE(a.x, a.y, b.x, b.y);
        REQUIRE(is_close(metres.length_m(a, b), gis::geodesic_length_m(a, b), 1e-7, 1e-9));
    }
    CHECK(metres.length_m({10.0, 90.0}, {20.0, 90.0}) < 1e-3);
    CHECK(is_close(metres.length_m({179.9995, 10.0}, {-179.9995, 10.0}), gis::geodesic_length_m({0.0, 10.0}, {0.001, 10.0}), 1e-7));
}

TEST_CASE("points in bulk land where the projection puts them", "[network]")
{
    const double latitude = GENERATE(-60.0, 0.0, 41.0, 69.0);
    const double spread = GENERATE(0.0, 0.005, 0.15, 2.0);
    const unsigned seed = 5;
    CAPTURE(latitude, spread, seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> away(-spread, spread);
    const gis::CityPlane plane({7.0, latitude});
    std::vector<gis::Point> degrees;
    for (int i = 0; i < 50000; ++i) {
        const double x = 7.3 + away(random);
        degrees.push_back({x, latitude + 0.2 + away(random)});
    }
    std::vector<gis::Point> one_by_one = degrees;
    plane.to_plane(one_by_one);
    gis::to_plane_in_bulk(degrees, plane);
    double worst_m = 0.0;
    for (std::size_t i = 0; i < degrees.size(); ++i) {
        worst_m = std::max(worst_m, gis::distance_m(degrees[i], one_by_one[i]));
    }
    CHECK(worst_m < 1e-4);
}

TEST_CASE("no points and points that are no numbers do no harm", "[network]")
{
    const gis::CityPlane plane({7.0, 41.0});
    std::vector<gis::Point> points;
    gis::to_plane_in_bulk(points, plane);
    CHECK(points.empty());
    points.assign(1000, {7.0, 41.0});
    points[3] = {std::numeric_limits<double>::quiet_NaN(), 41.0};
    gis::to_plane_in_bulk(points, plane);
    CHECK(gis::distance_m(points[4], {0.0, 0.0}) < 1e-6);
}
