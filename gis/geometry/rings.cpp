#include "gis/geometry/rings.hpp"

#include <algorithm>

namespace gis {
namespace {

double distance_to_segment_m(const Point& p, const Point& a, const Point& b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double along = length2 > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0.0;
    return distance_m(p, {a.x + along * dx, a.y + along * dy});
}

} // namespace

bool is_ring(const Ring& ring)
{
    return ring.size() >= 4 && ring.front() == ring.back();
}

double signed_ring_area_m2(const Ring& ring)
{
    double twice = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        // Relative to the first point: city coordinates are large, fields are small.
        const double ax = ring[i - 1].x - ring[0].x;
        const double ay = ring[i - 1].y - ring[0].y;
        const double bx = ring[i].x - ring[0].x;
        const double by = ring[i].y - ring[0].y;
        twice += ax * by - bx * ay;
    }
    return twice / 2.0;
}

double distance_to_ring_m(const Ring& ring, const Point& p)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < ring.size(); ++i) {
        least = std::min(least, distance_to_segment_m(p, ring[i - 1], ring[i]));
    }
    return least;
}

bool is_inside_ring(const Ring& ring, const Point& p)
{
    bool inside = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point& a = ring[i - 1];
        const Point& b = ring[i];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside;
}

namespace {

/// Rings in the wrong order: the largest of them is the outer one if it lies around the others.
bool put_outer_ring_first(Polygon& polygon)
{
    bool is_changed = false;
    for (Ring& hole : polygon.holes) {
        const bool lies_around = is_ring(polygon.outer) && is_ring(hole) &&
                                 std::fabs(signed_ring_area_m2(hole)) > std::fabs(signed_ring_area_m2(polygon.outer)) &&
                                 std::all_of(polygon.outer.begin(), polygon.outer.end(),
                                             [&](const Point& p) { return is_inside_ring(hole, p) || distance_to_ring_m(hole, p) == 0.0; });
        if (lies_around) {
            std::swap(hole, polygon.outer);
            is_changed = true;
        }
    }
    return is_changed;
}

Point middle_of(const Ring& ring)
{
    Point sum;
    for (const Point& p : ring) {
        sum = {sum.x + p.x, sum.y + p.y};
    }
    const auto count = static_cast<double>(ring.size());
    return {sum.x / count, sum.y / count};
}

bool has_point_of(const Ring& outer, const Ring& other)
{
    return std::any_of(other.begin(), other.end(), [&outer](const Point& p) { return is_inside_ring(outer, p); });
}

} // namespace

void drop_holes_outside(MultiPolygon& ground)
{
    for (Polygon& polygon : ground) {
        std::erase_if(polygon.holes, [&polygon](const Ring& hole) {
            return !has_point_of(polygon.outer, hole) && !has_point_of(hole, polygon.outer) &&
                   !is_inside_ring(polygon.outer, middle_of(hole));
        });
    }
}

bool put_outer_rings_first(MultiPolygon& ground)
{
    bool is_changed = false;
    for (Polygon& polygon : ground) {
        is_changed = put_outer_ring_first(polygon) || is_changed;
    }
    return is_changed;
}

} // namespace gis
