#include "gis/geometry/ground_size.hpp"

#include <numbers>

namespace gis {
namespace {

constexpr double earth_km = 6371.0;
constexpr double radians = std::numbers::pi / 180.0;

/// East from one longitude to the next, the shorter way.
double turn_deg(double from, double to)
{
    return std::remainder(to - from, 360.0);
}

/// Chamberlain and Duquette: each edge bounds a strip down to the south pole.
double ring_km2(const Ring& ring)
{
    double sum = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double heights = 2.0 + std::sin(ring[i - 1].y * radians) + std::sin(ring[i].y * radians);
        sum += turn_deg(ring[i - 1].x, ring[i].x) * radians * heights;
    }
    return std::fabs(sum) * earth_km * earth_km / 2.0;
}

double ring_km(const Ring& ring)
{
    double sum = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double north = (ring[i].y - ring[i - 1].y) * radians;
        const double east = turn_deg(ring[i - 1].x, ring[i].x) * radians * std::cos((ring[i - 1].y + ring[i].y) / 2.0 * radians);
        sum += std::hypot(north, east);
    }
    return sum * earth_km;
}

} // namespace

GroundSize ground_size(const MultiPolygon& degrees)
{
    GroundSize size;
    for (const Polygon& polygon : degrees) {
        size.outline_km += ring_km(polygon.outer);
        size.km2 += ring_km2(polygon.outer);
        for (const Ring& hole : polygon.holes) {
            size.km2 -= ring_km2(hole);
        }
    }
    return size;
}

} // namespace gis
