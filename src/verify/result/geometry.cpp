#include "verify/result/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>

namespace fieldgap::verify {
namespace {

constexpr double radians = std::numbers::pi / 180.0;
constexpr double semi_major_m = 6378137.0;
constexpr double eccentricity2 = 0.00669438; // of WGS 84 and CGCS2000

/// Well-known binary, least significant byte first, as GeoPackages of fieldgap have it.
class Bytes
{
public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

    template <class Value>
    Value take()
    {
        Value value{};
        if (bytes_.size() < sizeof value) {
            is_sound_ = false;
            return value;
        }
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_.remove_prefix(sizeof value);
        return value;
    }

    void skip(std::size_t count)
    {
        is_sound_ = is_sound_ && count <= bytes_.size();
        bytes_.remove_prefix(std::min(count, bytes_.size()));
    }

    /// Whether so many things of so many bytes can still come.
    bool can_hold(std::size_t count, std::size_t bytes_each)
    {
        is_sound_ = is_sound_ && count <= bytes_.size() / bytes_each;
        return is_sound_;
    }

    void refuse() { is_sound_ = false; }
    bool is_sound() const { return is_sound_; }

private:
    std::string_view bytes_;
    bool is_sound_ = true;
};

void take_line(Bytes& bytes, std::size_t points, Shape& shape)
{
    if (!bytes.can_hold(points, sizeof(Point))) {
        return;
    }
    auto& line = shape.emplace_back(points);
    for (Point& point : line) {
        point.x = bytes.take<double>();
        point.y = bytes.take<double>();
    }
}

/// One geometry, or the parts of a collection; nested no deeper than a multipolygon is.
void take_geometry(Bytes& bytes, Shape& shape, int depth)
{
    constexpr int deepest = 3;
    constexpr std::size_t smallest_part = 9;
    constexpr std::size_t ring_head = 4;
    if (bytes.take<std::uint8_t>() != 1 || depth > deepest) {
        return bytes.refuse();
    }
    const auto type = bytes.take<std::uint32_t>();
    if (type == 1) {
        return take_line(bytes, 1, shape);
    }
    const auto count = bytes.take<std::uint32_t>();
    if (type == 2) {
        return take_line(bytes, count, shape);
    }
    if (type > 7 || type == 0 || !bytes.can_hold(count, type == 3 ? ring_head : smallest_part)) {
        return bytes.refuse();
    }
    for (std::uint32_t i = 0; i < count && bytes.is_sound(); ++i) {
        type == 3 ? take_line(bytes, bytes.take<std::uint32_t>(), shape) : take_geometry(bytes, shape, depth + 1);
    }
}

bool is_finite(const Shape& shape)
{
    return std::all_of(shape.begin(), shape.end(), [](const auto& line) {
        return std::all_of(line.begin(), line.end(), [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
    });
}

double distance_to_segment(Point place, Point a, Point b, Point unit_m)
{
    const double ax = (a.x - place.x) * unit_m.x;
    const double ay = (a.y - place.y) * unit_m.y;
    const double dx = (b.x - a.x) * unit_m.x;
    const double dy = (b.y - a.y) * unit_m.y;
    const double length2 = dx * dx + dy * dy;
    const double along = length2 > 0.0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
    return std::hypot(ax + along * dx, ay + along * dy);
}

} // namespace

bool read_shape(std::string_view bytes, Shape& shape)
{
    constexpr std::uint16_t magic = 0x5047; // GP
    constexpr std::uint8_t is_empty = 0x10;
    constexpr unsigned envelope_bytes[8] = {0, 32, 48, 48, 64, 0, 0, 0};
    shape.clear();
    if (bytes.empty()) {
        return true;
    }
    Bytes left(bytes);
    const bool is_geopackage = left.take<std::uint16_t>() == magic;
    left.skip(1);
    const auto flags = left.take<std::uint8_t>();
    left.skip(4 + envelope_bytes[(flags >> 1U) & 7U]);
    if (!is_geopackage || !left.is_sound()) {
        return false;
    }
    if ((flags & is_empty) == 0) {
        take_geometry(left, shape, 0);
    }
    return left.is_sound() && is_finite(shape);
}

bool holds(const Shape& ground, Point at)
{
    bool is_inside = false;
    for (const auto& ring : ground) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[i + 1];
            if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
                is_inside = !is_inside;
            }
        }
    }
    return is_inside;
}

MapScale::MapScale(std::string_view definition)
{
    const auto has = [&](std::string_view word) { return definition.find(word) != std::string_view::npos; };
    if (definition.starts_with("GEOG") || definition.starts_with("GEODCRS")) {
        kind_ = Kind::degrees;
    } else {
        kind_ = has("Pseudo-Mercator") || has("Popular Visualisation") ? Kind::web_map : Kind::other;
    }
}

Point MapScale::metres_at(Point place) const
{
    if (kind_ == Kind::other) {
        return {1.0, 1.0};
    }
    const bool is_web_map = kind_ == Kind::web_map;
    const double sine = is_web_map ? std::tanh(place.y / semi_major_m) : std::sin(place.y * radians);
    const double parallel = std::sqrt(1.0 - sine * sine);
    const double unit = is_web_map ? parallel / semi_major_m : radians; ///< north, in radians
    const double w = 1.0 - eccentricity2 * sine * sine;
    const double normal_m = semi_major_m / std::sqrt(w);
    return {normal_m * (is_web_map ? unit : unit * parallel), normal_m * (1.0 - eccentricity2) / w * unit};
}

double MapScale::length_m(const std::vector<Point>& line) const
{
    const Point unit_m = metres_at(line.empty() ? Point() : line[line.size() / 2]);
    double sum_m = 0.0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double dx = (line[i + 1].x - line[i].x) * unit_m.x;
        const double dy = (line[i + 1].y - line[i].y) * unit_m.y;
        sum_m += std::sqrt(dx * dx + dy * dy);
    }
    return sum_m;
}

double MapScale::distance_m(Point a, Point b) const
{
    const Point unit_m = metres_at(a);
    return std::hypot((b.x - a.x) * unit_m.x, (b.y - a.y) * unit_m.y);
}

std::optional<double> MapScale::distance_m(const Shape& shape, Point place) const
{
    const Point unit_m = metres_at(place);
    std::optional<double> nearest_m;
    for (const auto& line : shape) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const double apart_m = distance_to_segment(place, line[i], line[std::min(i + 1, line.size() - 1)], unit_m);
            nearest_m = std::min(nearest_m.value_or(apart_m), apart_m);
        }
    }
    return nearest_m;
}

} // namespace fieldgap::verify
