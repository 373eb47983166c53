#include "report/thinning.hpp"

#include <cmath>
#include <cstddef>
#include <utility>

namespace fieldgap {
namespace {

using gis::Point;

double distance_from_line(const Point& point, const Point& from, const Point& to)
{
    const double dx = to.x - from.x, dy = to.y - from.y;
    const double length = std::hypot(dx, dy);
    if (length == 0.0) {
        return std::hypot(point.x - from.x, point.y - from.y);
    }
    return std::abs((point.x - from.x) * dy - (point.y - from.y) * dx) / length;
}

struct Furthest
{
    std::size_t point = 0;
    double distance = 0.0;
};

Furthest furthest_between(const std::vector<Point>& points, std::size_t first, std::size_t last)
{
    Furthest found;
    for (std::size_t i = first + 1; i < last; ++i) {
        const double distance = distance_from_line(points[i], points[first], points[last]);
        if (distance > found.distance) {
            found = {i, distance};
        }
    }
    return found;
}

} // namespace

std::vector<Point> thinned(const std::vector<Point>& points, double at_most)
{
    constexpr std::size_t fewest = 5; // a ring of four corners
    if (points.size() <= fewest || at_most <= 0.0) {
        return points;
    }
    std::vector<bool> is_kept(points.size());
    is_kept.front() = is_kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> stretches = {{0, points.size() - 1}};
    bool is_whole_ring = points.front().x == points.back().x && points.front().y == points.back().y;
    while (!stretches.empty()) {
        const auto [first, last] = stretches.back();
        stretches.pop_back();
        const Furthest found = furthest_between(points, first, last);
        if (found.distance > at_most || (is_whole_ring && found.distance > 0.0)) {
            is_kept[found.point] = true;
            stretches.emplace_back(first, found.point);
            stretches.emplace_back(found.point, last);
        }
        is_whole_ring = false;
    }
    std::vector<Point> kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (is_kept[i]) {
            kept.push_back(points[i]);
        }
    }
    return kept;
}

} // namespace fieldgap
