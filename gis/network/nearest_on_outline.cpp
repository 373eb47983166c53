#include "gis/network/nearest_on_outline.hpp"

#include "gis/sight/nearest_on_segment.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace gis {
namespace {

double side_of(const Point& a, const Point& b, const Point& p)
{
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

/// Along a street that runs beside the outline all is equally near but for rounding.
constexpr double as_near_m = 1e-4;

struct Best
{
    Point at;
    double squared_m2 = std::numeric_limits<double>::infinity();

    void offer(const Point& on_outline, double squared)
    {
        if (squared < squared_m2 && std::sqrt(squared) < std::sqrt(squared_m2) - as_near_m) {
            *this = {on_outline, squared};
        }
    }
};

/// Where the segments from `a` to `b` and from `c` to `d` cross inside both; nothing is offered where they do not.
void offer_crossing(const Point& a, const Point& b, const Point& c, const Point& d, Best& best)
{
    const double from = side_of(c, d, a);
    const double to = side_of(c, d, b);
    const bool crosses = (from < 0.0) != (to < 0.0) && (side_of(a, b, c) < 0.0) != (side_of(a, b, d) < 0.0);
    if (crosses && from != to) {
        const double share = from / (from - to);
        best.offer({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share}, 0.0);
    }
}

void offer_ends(const Point& a, const Point& b, const Point& c, const Point& d, Best& best)
{
    OnSegment first = nearest_on_segment(c, a, b);
    OnSegment second = nearest_on_segment(d, a, b);
    if (distance_m(a, second.at) < distance_m(a, first.at)) {
        std::swap(first, second);
    }
    best.offer(a, nearest_on_segment(a, c, d).squared_m2);
    best.offer(first.at, first.squared_m2);
    best.offer(second.at, second.squared_m2);
    best.offer(b, nearest_on_segment(b, c, d).squared_m2);
}

double squared_between_m2(const Point& a, const Point& b, const Point& c, const Point& d)
{
    const double x_m = std::max({std::min(a.x, b.x) - std::max(c.x, d.x), std::min(c.x, d.x) - std::max(a.x, b.x), 0.0});
    const double y_m = std::max({std::min(a.y, b.y) - std::max(c.y, d.y), std::min(c.y, d.y) - std::max(a.y, b.y), 0.0});
    return x_m * x_m + y_m * y_m;
}

} // namespace

OnOutline nearest_on_outline(const Polygon& polygon, std::span<const Point> line, double within_m)
{
    const Ring& ring = polygon.outer;
    const double most_m2 = within_m * within_m;
    Best best;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        for (std::size_t k = 0; k + 1 < line.size(); ++k) {
            const double least_m2 = squared_between_m2(ring[i], ring[i + 1], line[k], line[k + 1]);
            if (least_m2 < best.squared_m2 && least_m2 <= most_m2) {
                offer_crossing(ring[i], ring[i + 1], line[k], line[k + 1], best);
                offer_ends(ring[i], ring[i + 1], line[k], line[k + 1], best);
            }
        }
    }
    const double metres = std::sqrt(best.squared_m2);
    return {best.at, metres <= within_m ? metres : std::numeric_limits<double>::infinity()};
}

} // namespace gis
