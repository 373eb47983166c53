#include "report/page_shape.hpp"

#include "report/thinning.hpp"

#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

namespace fieldgap {
namespace {

using gis::Point;

void join(std::string& list, const std::string& part)
{
    list += (list.empty() ? "" : ",") + part;
}

} // namespace

PageShapes::PageShapes(gis::CrsTransformation to_degrees, double units_per_degree, double thinned_m)
    : geometry_in_(std::move(to_degrees)), units_per_degree_(units_per_degree), thinned_m_(thinned_m)
{
}

std::optional<std::string> PageShapes::operator()(std::span<const unsigned char> geometry)
{
    const auto found = geometry_in_(geometry);
    if (!found) {
        return std::nullopt;
    }
    if (const auto* const point = std::get_if<Point>(&*found)) {
        return run({*point}, false);
    }
    if (const auto* const lines = std::get_if<gis::MultiLine>(&*found)) {
        return runs(*lines);
    }
    if (const auto* const ground = std::get_if<gis::MultiPolygon>(&*found)) {
        return areas(*ground);
    }
    return "null";
}

std::string PageShapes::runs(const gis::MultiLine& lines) const
{
    std::string list;
    for (const gis::Line& line : lines) {
        join(list, run(line, true));
    }
    return "[" + list + "]";
}

std::string PageShapes::areas(const gis::MultiPolygon& ground) const
{
    std::string list;
    for (const gis::Polygon& polygon : ground) {
        gis::MultiLine rings = {polygon.outer};
        rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
        join(list, runs(rings));
    }
    return "[" + list + "]";
}

/// Points that fall together are one.
std::string PageShapes::run(std::vector<Point> points, bool is_line) const
{
    if (is_line) {
        points = with_fewer_points(points);
    }
    std::string numbers;
    std::int64_t x = 0, y = 0;
    for (const Point& at : points) {
        const std::int64_t dx = std::llround(at.x * units_per_degree_) - x, dy = std::llround(at.y * units_per_degree_) - y;
        if (numbers.empty() || dx != 0 || dy != 0) {
            join(numbers, std::to_string(dx) + "," + std::to_string(dy));
        }
        x += dx;
        y += dy;
    }
    return "[" + numbers + "]";
}

std::vector<Point> PageShapes::with_fewer_points(const std::vector<Point>& degrees) const
{
    if (thinned_m_ <= 0.0 || degrees.empty()) {
        return degrees;
    }
    constexpr double metres_per_degree = 111'195.0;
    const double x_m = metres_per_degree * std::cos(degrees.front().y * std::numbers::pi / 180.0);
    std::vector<Point> metres;
    metres.reserve(degrees.size());
    for (const Point& at : degrees) {
        metres.push_back({at.x * x_m, at.y * metres_per_degree});
    }
    metres = thinned(metres, thinned_m_);
    for (Point& at : metres) {
        at = {at.x / x_m, at.y / metres_per_degree};
    }
    return metres;
}

} // namespace fieldgap
