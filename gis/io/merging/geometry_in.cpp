#include "gis/io/merging/geometry_in.hpp"

#include <cstdint>
#include <cstring>
#include <utility>

namespace gis {
namespace {

// The head of a geometry (GeoPackage 1.3, 2.1.3): GeometryMove has found it sound and without anything behind the flat box.
constexpr std::size_t place_of_flags = 3;
constexpr std::size_t size_of_head = 8;
constexpr std::size_t size_of_box = 4 * sizeof(double);
constexpr unsigned is_empty = 1U << 4U;

constexpr std::int32_t no_system = 0; // nobody reads the number of the system

// Kinds of geometry in well-known binary.
enum Kind : std::uint32_t { point = 1, line = 2, polygon = 3, many_points = 4, many_lines = 5, many_polygons = 6, collection = 7 };

} // namespace

/// Through well-known binary that GeometryMove has been through.
class GeometryIn::Walk
{
public:
    Walk(const std::vector<unsigned char>& bytes, std::size_t begin) : bytes_(bytes), at_(begin) {}

    Geometry geometry()
    {
        switch (next_kind()) {
        case point: return points(1).front();
        case line: return MultiLine{points(number())};
        case polygon: return MultiPolygon{rings()};
        case many_lines: return parts<MultiLine>([this] { return points(number()); });
        case many_polygons: return parts<MultiPolygon>([this] { return rings(); });
        case many_points:
        case collection: return first(number());
        default: return {};
        }
    }

private:
    /// The first of several things stands for all.
    Geometry first(std::uint32_t count)
    {
        if (count > 0) {
            return geometry();
        }
        return {};
    }

    template <class Value>
    Value value()
    {
        Value value;
        std::memcpy(&value, bytes_.data() + at_, sizeof(Value));
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

    Polygon rings()
    {
        Polygon found;
        const std::uint32_t count = number();
        for (std::uint32_t i = 0; i < count; ++i) {
            Ring ring = points(number());
            if (i == 0) {
                found.outer = std::move(ring);
            } else {
                found.holes.push_back(std::move(ring));
            }
        }
        return found;
    }

    template <class Many, class Part>
    Many parts(const Part& part)
    {
        Many found;
        for (std::uint32_t left = number(); left > 0; --left) {
            next_kind();
            found.push_back(part());
        }
        return found;
    }

    const std::vector<unsigned char>& bytes_;
    std::size_t at_;
};

GeometryIn::GeometryIn(CrsTransformation to_degrees) : move_(std::move(to_degrees), no_system) {}

std::optional<Geometry> GeometryIn::operator()(std::span<const unsigned char> bytes)
{
    if (bytes.empty()) {
        return std::optional<Geometry>(std::in_place);
    }
    bytes_.assign(bytes.begin(), bytes.end());
    if (!move_(bytes_)) {
        return std::nullopt;
    }
    const unsigned flags = bytes_[place_of_flags];
    if ((flags & is_empty) != 0) {
        return std::optional<Geometry>(std::in_place);
    }
    const bool has_box = ((flags >> 1U) & 7U) != 0;
    return Walk(bytes_, size_of_head + (has_box ? size_of_box : 0)).geometry();
}

} // namespace gis
