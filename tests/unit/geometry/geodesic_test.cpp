#include "gis/geometry/geodesic.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"

#include <GeographicLib/Geodesic.hpp>

#include <cmath>
#include <random>

using namespace gis;

TEST_CASE("a street of up to 5 km has its geodesic length to 1e-6", "[geodesic]")
{
    const std::uint64_t seed = 5;
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> longitude(-180.0, 180.0);
    std::uniform_real_distribution<double> latitude(-80.0, 80.0);
    std::uniform_real_distribution<double> log_metres(std::log(0.5), std::log(5000.0));
    for (int i = 0; i < 5000; ++i) {
        const Point a = {longitude(random), latitude(random)};
        const double metres = std::exp(log_metres(random));
        Point b;
        GeographicLib::Geodesic::WGS84().Direct(a.y, a.x, longitude(random), metres, b.y, b.x);
        CAPTURE(a.x, a.y, b.x, b.y);
        // 1e-8 m: what a double of 180 degrees can tell apart.
        REQUIRE(is_close(geodesic_length_m(a, b), metres, 1e-6, 1e-8));
        REQUIRE(geodesic_length_m(b, a) == geodesic_length_m(a, b));
    }
}

TEST_CASE("a point is nowhere away from itself, and the date line is no distance", "[geodesic]")
{
    CHECK(geodesic_length_m({117.2, 39.13}, {117.2, 39.13}) == 0.0);
    CHECK(geodesic_length_m({180.0, 65.0}, {-180.0, 65.0}) == 0.0);
    CHECK(is_close(geodesic_length_m({179.9995, 0.0}, {-179.9995, 0.0}), 111.3195, 1e-6));
}
