#include "gis/geometry/ground_size.hpp"
#include "support/catch.hpp"
#include "support/shapes.hpp"

#include <GeographicLib/PolygonArea.hpp>

#include <cmath>
#include <limits>

using namespace gis;
using shapes::rectangle;

namespace {

GroundSize on_ellipsoid(const MultiPolygon& degrees)
{
    GroundSize size;
    for (const Polygon& polygon : degrees) {
        GeographicLib::PolygonArea outline(GeographicLib::Geodesic::WGS84());
        for (std::size_t i = 0; i + 1 < polygon.outer.size(); ++i) {
            outline.AddPoint(polygon.outer[i].y, polygon.outer[i].x);
        }
        double perimeter_m = 0.0;
        double area_m2 = 0.0;
        outline.Compute(false, true, perimeter_m, area_m2);
        size.km2 += std::fabs(area_m2) / 1e6;
        size.outline_km += perimeter_m / 1e3;
    }
    return size;
}

} // namespace

TEST_CASE("the size of ground is that on the ellipsoid to a hundredth, of a country to a twentieth", "[size]")
{
    for (const double latitude : {-75.0, -30.0, 0.0, 39.1, 60.0}) {
        for (const double degrees : {0.001, 0.1, 1.0}) {
            CAPTURE(latitude, degrees);
            const MultiPolygon ground = {Polygon{
                {{117.0, latitude}, {117.0 + degrees, latitude}, {117.0 + degrees / 2, latitude + degrees}, {117.0, latitude}}, {}}};
            const double epsilon = degrees < 1.0 ? 0.01 : 0.05;
            const GroundSize size = ground_size(ground);
            const GroundSize expected = on_ellipsoid(ground);
            CHECK(size.km2 == Approx(expected.km2).epsilon(epsilon));
            CHECK(size.outline_km == Approx(expected.outline_km).epsilon(epsilon));
        }
    }
}

TEST_CASE("ground across the antimeridian is as large as the same ground elsewhere", "[size]")
{
    const GroundSize here = ground_size(rectangle(10.0, 50.0, 10.02, 50.01));
    const MultiPolygon across = {Polygon{{{179.99, 50.0}, {-179.99, 50.0}, {-179.99, 50.01}, {179.99, 50.01}, {179.99, 50.0}}, {}}};
    const GroundSize there = ground_size(across);
    CHECK(there.km2 == Approx(here.km2));
    CHECK(there.outline_km == Approx(here.outline_km));
}

TEST_CASE("holes are no ground, and coordinates that are no numbers have no size", "[size]")
{
    MultiPolygon ground = rectangle(10.0, 50.0, 10.02, 50.02);
    const double whole_km2 = ground_size(ground).km2;
    ground[0].holes.push_back(shapes::rectangle_ring(10.0, 50.0, 10.01, 50.02));
    CHECK(ground_size(ground).km2 == Approx(whole_km2 / 2.0));
    CHECK(ground_size({}).km2 == 0.0);
    ground[0].outer[1].x = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(ground_size(ground).km2 > 0.0);
}
