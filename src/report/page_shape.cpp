#include "report/page_shape.hpp"

#include "report/thinning.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>
#include <utility>

namespace fieldgap {
namespace {

using gis::Point;

// The head of a geometry (GeoPackage 1.3, 2.1.3): GeometryMove has found it sound and without anything behind the flat box.
constexpr std::size_t place_of_flags = 3;
constexpr std::size_t size_of_head = 8;
constexpr std::size_t size_of_box = 4 * sizeof(double);
constexpr unsigned is_empty = 1U << 4U;

constexpr std::int32_t no_system = 0; // nobody reads the number of the system

// Kinds of geometry in well-known binary.
enum Kind : std::uint32_t { point = 1, line = 2, polygon = 3, many_points = 4, many_lines = 5, many_polygons = 6, collection = 7 };

void join(std::string& list, const std::string& part)
{
    list += (list.empty() ? "" : ",") + part;
}

} // namespace

/// Through well-known binary that GeometryMove has been through.
class PageShapes::Walk
{
public:
    Walk(const PageShapes& of, std::size_t begin) : of_(of), at_(begin) {}

    std::string shape()
    {
        const std::uint32_t kind = next_kind();
        switch (kind) {
        case point: return of_.run(points(1), false);
        case line: return "[" + line_run() + "]";
        case polygon: return "[" + rings() + "]";
        case many_lines:
        case many_polygons: return "[" + parts(kind) + "]";
        default: return number() == 0 ? "null" : shape(); // of several things the first
        }
    }

private:
    template <class Value>
    Value value()
    {
        Value value;
        std::memcpy(&value, of_.bytes_.data() + at_, sizeof(Value));
        at_ += sizeof(Value);
        return value;
    }

    std::uint32_t number() { return value<std::uint32_t>(); }

    std::uint32_t next_kind()
    {
        ++at_; // the order of bytes
        return number();
    }

    std::vector<Point> points(std::size_t count)
    {
        std::vector<Point> found(count);
        for (Point& one : found) {
            one.x = value<double>();
            one.y = value<double>();
        }
        return found;
    }

    std::string line_run() { return of_.run(points(number()), true); }

    std::string rings()
    {
        std::string list;
        for (std::uint32_t left = number(); left > 0; --left) {
            join(list, line_run());
        }
        return "[" + list + "]";
    }

    std::string parts(std::uint32_t kind)
    {
        std::string list;
        for (std::uint32_t left = number(); left > 0; --left) {
            next_kind();
            join(list, kind == many_lines ? line_run() : rings());
        }
        return list;
    }

    const PageShapes& of_;
    std::size_t at_;
};

PageShapes::PageShapes(gis::CrsTransformation to_degrees, double units_per_degree, double thinned_m)
    : move_(std::move(to_degrees), no_system), units_per_degree_(units_per_degree), thinned_m_(thinned_m)
{
}

std::optional<std::string> PageShapes::operator()(std::span<const unsigned char> geometry)
{
    if (geometry.empty()) {
        return "null";
    }
    bytes_.assign(geometry.begin(), geometry.end());
    if (!move_(bytes_)) {
        return std::nullopt;
    }
    const unsigned flags = bytes_[place_of_flags];
    if ((flags & is_empty) != 0) {
        return "null";
    }
    const bool has_box = ((flags >> 1U) & 7U) != 0;
    return Walk(*this, size_of_head + (has_box ? size_of_box : 0)).shape();
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
