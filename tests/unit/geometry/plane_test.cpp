#include "gis/error.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/geometry/plane.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/shapes.hpp"

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/PolygonArea.hpp>

#include <cmath>
#include <limits>
#include <random>

using namespace gis;

namespace {

const GeographicLib::Geodesic& earth()
{
    return GeographicLib::Geodesic::WGS84();
}

Point moved(Point from, double azimuth_deg, double metres)
{
    Point to;
    earth().Direct(from.y, from.x, azimuth_deg, metres, to.y, to.x);
    return to;
}

/// A rectangle of geodesic sides, its first corner at `corner`.
Ring field_at(Point corner, double azimuth_deg, double width_m, double height_m)
{
    const Point along = moved(corner, azimuth_deg, width_m);
    const Point up = moved(corner, azimuth_deg - 90.0, height_m);
    return {corner, along, moved(along, azimuth_deg - 90.0, height_m), up, corner};
}

double geodesic_area_m2(const Ring& degrees)
{
    GeographicLib::PolygonArea polygon(earth());
    for (std::size_t i = 1; i < degrees.size(); ++i) {
        polygon.AddPoint(degrees[i].y, degrees[i].x);
    }
    double perimeter_m = 0.0;
    double area_m2 = 0.0;
    polygon.Compute(false, true, perimeter_m, area_m2);
    return area_m2;
}

} // namespace

TEST_CASE("the centre of the plane is its origin, east is x and north is y", "[plane]")
{
    const CityPlane plane({117.2, 39.13});
    CHECK(distance_m(plane.to_plane(Point{117.2, 39.13}), {0.0, 0.0}) < 1e-9);
    const Point east = plane.to_plane(moved({117.2, 39.13}, 90.0, 1000.0));
    CHECK(is_close(east.x, 1000.0, 1e-6));
    CHECK(std::fabs(east.y) < 0.1);
    const Point north = plane.to_plane(moved({117.2, 39.13}, 0.0, 1000.0));
    CHECK(is_close(north.y, 1000.0, 1e-6));
    CHECK(std::fabs(north.x) < 1e-6);
}

TEST_CASE("degrees come back from the plane, near and far, on both sides of the date line", "[plane]")
{
    const std::uint64_t seed = 11;
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> longitude(-180.0, 180.0);
    std::uniform_real_distribution<double> latitude(-85.0, 85.0);
    std::uniform_real_distribution<double> metres(0.0, 200'000.0);
    for (int i = 0; i < 200; ++i) {
        const Point centre = {longitude(random), latitude(random)};
        const CityPlane plane(centre);
        const Point there = moved(centre, longitude(random), metres(random));
        const Point back = plane.to_degrees(plane.to_plane(there));
        CAPTURE(centre.x, centre.y, there.x, there.y);
        REQUIRE(std::fabs(back.y - there.y) < 2e-8); // 2 mm: PROJ turns authalic latitudes back with a short series
        REQUIRE(std::fabs(std::remainder(back.x - there.x, 360.0)) * std::cos(there.y * 0.0174533) < 1e-9);
    }
}

TEST_CASE("the area of a field is its ellipsoidal area at every latitude, up to 60 km from the centre", "[plane]")
{
    for (const double latitude : {-54.8, -33.9, 0.0, 1.3, 22.5, 39.13, 53.5, 68.9, 78.2}) {
        const Point centre = {117.2, latitude};
        const CityPlane plane(centre);
        for (const double away_m : {0.0, 1'000.0, 20'000.0, 60'000.0}) {
            for (const double azimuth_deg : {0.0, 63.0, 145.0, 270.0}) {
                for (const double side_m : {20.0, 105.0, 500.0}) {
                    CAPTURE(latitude, away_m, azimuth_deg, side_m);
                    const Ring field = field_at(moved(centre, azimuth_deg, away_m), azimuth_deg + 17.0, side_m, side_m * 0.6);
                    const MultiPolygon ground = plane.to_plane(MultiPolygon{Polygon{field, {}}});
                    REQUIRE(is_close(area(ground).square_metres(), std::fabs(geodesic_area_m2(field)), 1e-6, 1e-6));
                }
            }
        }
    }
}

TEST_CASE("distances in the plane are true to 5e-5 up to 100 km from the centre", "[plane]")
{
    const Point centre = {117.2, 39.13};
    const CityPlane plane(centre);
    for (const double away_m : {0.0, 10'000.0, 60'000.0, 100'000.0}) {
        for (double azimuth_deg = 0.0; azimuth_deg < 360.0; azimuth_deg += 30.0) {
            const Point a = moved(centre, 33.0, away_m);
            const Point b = moved(a, azimuth_deg, 800.0);
            CAPTURE(away_m, azimuth_deg);
            REQUIRE(is_close(distance_m(plane.to_plane(a), plane.to_plane(b)), 800.0, 5e-5));
        }
    }
}

TEST_CASE("every kind of geometry goes to the plane and back", "[plane]")
{
    const CityPlane plane({9.5, 47.1});
    const Point point = {9.51, 47.12};
    const MultiLine lines = {{{9.5, 47.1}, {9.6, 47.2}}, {{9.4, 47.0}, point}};
    const MultiPolygon ground = {Polygon{shapes::rectangle_ring(9.5, 47.1, 9.6, 47.2), {shapes::rectangle_ring(9.52, 47.12, 9.55, 47.15)}}};
    CHECK(std::holds_alternative<std::monostate>(plane.to_plane(Geometry{})));
    CHECK(std::get<Point>(plane.to_plane(Geometry{point})) == plane.to_plane(point));
    CHECK(std::get<MultiLine>(plane.to_plane(Geometry{lines}))[1][1] == plane.to_plane(point));
    CHECK(std::get<MultiPolygon>(plane.to_plane(Geometry{ground})) == plane.to_plane(ground));
    const auto back = std::get<MultiPolygon>(plane.to_degrees(plane.to_plane(Geometry{ground})));
    CHECK(is_close(back[0].holes[0][2].x, 9.55, 0.0, 2e-8));
    CHECK(is_close(back[0].holes[0][2].y, 47.15, 0.0, 2e-8));
}

TEST_CASE("a centre that is no place on earth is refused", "[plane]")
{
    CHECK_THROWS_AS(CityPlane({117.2, 91.0}), Error);
    CHECK_NOTHROW(CityPlane({-180.0, -90.0}));
}

TEST_CASE("what is no place on earth comes out as no finite point", "[plane]")
{
    const double infinity = std::numeric_limits<double>::infinity();
    const CityPlane plane({117.2, 39.13});
    for (const Point nowhere : {Point{117.2, 95.0}, Point{1e300, 3.0}, Point{infinity, 0.0}, Point{std::nan(""), std::nan("")}}) {
        CAPTURE(nowhere.x, nowhere.y);
        CHECK_FALSE(std::isfinite(plane.to_plane(nowhere).x));
        CHECK_FALSE(std::isfinite(plane.to_degrees(plane.to_plane(nowhere)).x));
    }
}

TEST_CASE("the box of a geometry holds its points, that of nothing is empty", "[shapes]")
{
    CHECK(bounds(Geometry{}).is_empty());
    CHECK(bounds(MultiPolygon{}).is_empty());
    CHECK_FALSE(bounds(Geometry{Point{1.0, 2.0}}).is_empty());
    const Box box = bounds(Geometry{MultiLine{{{3.0, -1.0}, {1.0, 5.0}}, {{2.0, 7.0}}}});
    CHECK(box.min_x == 1.0);
    CHECK(box.min_y == -1.0);
    CHECK(box.max_x == 3.0);
    CHECK(box.max_y == 7.0);
}
