#pragma once
// Plain values for points, lines and polygons.
//
// The coordinates are either degrees (x = longitude, y = latitude, WGS 84) as gis/io reads and writes them, or metres in the
// CityPlane (x east, y north); a function says which it takes. Geometry and measuring functions take the plane.

#include <cmath>
#include <limits>
#include <variant>
#include <vector>

namespace gis {

struct Point
{
    double x = 0.0;
    double y = 0.0;
    friend bool operator==(const Point&, const Point&) = default;
};

/// Closed: the last point repeats the first.
using Ring = std::vector<Point>;

struct Polygon
{
    Ring outer;
    std::vector<Ring> holes;
    friend bool operator==(const Polygon&, const Polygon&) = default;
};

/// Empty where a thing has no ground.
using MultiPolygon = std::vector<Polygon>;

using Line = std::vector<Point>;
using MultiLine = std::vector<Line>;

/// `monostate` is an absent or empty geometry. Multipoints are never kept: a reader takes their first point and says so.
using Geometry = std::variant<std::monostate, Point, MultiLine, MultiPolygon>;

/// An axis-parallel box; empty (and so inverted) by default.
struct Box
{
    double min_x = std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    bool is_empty() const { return min_x > max_x; }
    void add(const Point& p)
    {
        min_x = std::fmin(min_x, p.x);
        min_y = std::fmin(min_y, p.y);
        max_x = std::fmax(max_x, p.x);
        max_y = std::fmax(max_y, p.y);
    }
    void add(const Box& other)
    {
        if (!other.is_empty()) {
            add(Point{other.min_x, other.min_y});
            add(Point{other.max_x, other.max_y});
        }
    }
    bool meets(const Box& other) const
    {
        return min_x <= other.max_x && other.min_x <= max_x && min_y <= other.max_y && other.min_y <= max_y;
    }
    Box widened(double by) const { return {min_x - by, min_y - by, max_x + by, max_y + by}; }
};

Box bounds(const Polygon& polygon);
Box bounds(const MultiPolygon& ground);
Box bounds(const Geometry& geometry);

inline double distance_m(const Point& a, const Point& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// 0 inside; infinite where the box is empty.
inline double distance_m(const Box& box, const Point& point)
{
    const double dx_m = std::fmax(std::fmax(box.min_x - point.x, point.x - box.max_x), 0.0);
    const double dy_m = std::fmax(std::fmax(box.min_y - point.y, point.y - box.max_y), 0.0);
    return std::hypot(dx_m, dy_m);
}

} // namespace gis
