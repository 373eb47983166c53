#include "gis/io/merging/geometry_move.hpp"

#include "gis/io/base/gdal_scope.hpp"

#include <ogr_spatialref.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

namespace gis {

static_assert(std::endian::native == std::endian::little, "geometry is read and written as it lies in the file");

namespace {

using Bytes = std::vector<unsigned char>;

// The head of a geometry (GeoPackage 1.3, 2.1.3): 'G' 'P', a version, flags, the number of the system, a box.
constexpr std::size_t place_of_flags = 3;
constexpr std::size_t place_of_srs_id = 4;
constexpr std::size_t size_of_head = 8;
constexpr std::size_t size_of_box = 4 * sizeof(double);
constexpr unsigned little_endian = 1;
constexpr unsigned box_of_plane = 1;
constexpr unsigned is_empty = 1U << 4U;
constexpr unsigned other_flags = 0xe0; // extended geometry, and what is not laid down

constexpr std::size_t size_of_point = 2 * sizeof(double);

template <class Value>
Value value_at(const Bytes& bytes, std::size_t offset)
{
    Value value;
    std::memcpy(&value, bytes.data() + offset, sizeof(Value));
    return value;
}

template <class Value>
void put_at(Bytes& bytes, std::size_t offset, Value value)
{
    std::memcpy(bytes.data() + offset, &value, sizeof(Value));
}

/// Where the geometry begins behind its head; nothing where it is no head of ours.
std::optional<std::size_t> end_of_head(const Bytes& bytes)
{
    if (bytes.size() < size_of_head || bytes[0] != 'G' || bytes[1] != 'P' || bytes[2] != 0) {
        return std::nullopt;
    }
    const unsigned flags = bytes[place_of_flags];
    const unsigned box = (flags >> 1U) & 7U;
    const std::size_t end = size_of_head + (box == box_of_plane ? size_of_box : 0);
    const bool is_known = (flags & other_flags) == 0 && (flags & little_endian) != 0 && box <= box_of_plane;
    return is_known && bytes.size() >= end ? std::optional(end) : std::nullopt;
}

} // namespace

/// Finds the points of well-known binary.
struct GeometryMove::Walk
{
    const Bytes& bytes;
    std::size_t at;
    std::vector<Run>& runs;

    std::size_t left() const { return bytes.size() - at; }

    std::optional<std::uint32_t> number()
    {
        if (left() < sizeof(std::uint32_t)) {
            return std::nullopt;
        }
        at += sizeof(std::uint32_t);
        return value_at<std::uint32_t>(bytes, at - sizeof(std::uint32_t));
    }

    bool points(std::size_t count)
    {
        if (left() / size_of_point < count) {
            return false;
        }
        runs.push_back({at, count});
        at += count * size_of_point;
        return true;
    }

    bool line()
    {
        const auto count = number();
        return count && points(*count);
    }

    template <class Part>
    bool each(const Part& part)
    {
        const auto count = number();
        for (std::uint32_t i = 0; count && i < *count; ++i) {
            if (!part()) {
                return false;
            }
        }
        return count.has_value();
    }

    bool geometry(int depth)
    {
        constexpr int deepest = 8;
        if (depth > deepest || left() == 0 || bytes[at++] != little_endian) {
            return false;
        }
        switch (number().value_or(0)) {
        case 1: return points(1);
        case 2: return line();
        case 3: return each([&] { return line(); });
        case 4:
        case 5:
        case 6:
        case 7: return each([&] { return geometry(depth + 1); });
        default: return false;
        }
    }
};

GeometryMove::GeometryMove(CrsTransformation transformation, std::int32_t srs_id)
    : transformation_(std::move(transformation)), srs_id_(srs_id)
{
}

std::optional<Box> GeometryMove::operator()(std::vector<unsigned char>& bytes)
{
    const auto begin = end_of_head(bytes);
    if (!begin) {
        return std::nullopt;
    }
    put_at(bytes, place_of_srs_id, srs_id_);
    if ((bytes[place_of_flags] & is_empty) != 0) {
        return Box();
    }
    runs_.clear();
    Walk walk{bytes, *begin, runs_};
    if (!walk.geometry(0) || walk.left() != 0) {
        return std::nullopt;
    }
    xs_.clear();
    ys_.clear();
    for (const Run& run : runs_) {
        for (std::size_t i = 0; i < run.count; ++i) {
            xs_.push_back(value_at<double>(bytes, run.offset + i * size_of_point));
            ys_.push_back(value_at<double>(bytes, run.offset + i * size_of_point + sizeof(double)));
        }
    }
    if (!transform()) {
        return std::nullopt;
    }
    return put_back(bytes, *begin);
}

/// False where a point has no place.
bool GeometryMove::transform()
{
    if (transformation_) {
        const GdalMessages unheard; // that a place does not exist is an answer, no failure
        transformation_->Transform(static_cast<int>(xs_.size()), xs_.data(), ys_.data());
    }
    for (std::size_t i = 0; i < xs_.size(); ++i) {
        if (!std::isfinite(xs_[i]) || !std::isfinite(ys_[i])) {
            return false;
        }
    }
    return true;
}

/// The points into the geometry, and their box into its head where it has one.
Box GeometryMove::put_back(std::vector<unsigned char>& bytes, std::size_t begin) const
{
    Box box;
    std::size_t point = 0;
    for (const Run& run : runs_) {
        for (std::size_t i = 0; i < run.count; ++i, ++point) {
            put_at(bytes, run.offset + i * size_of_point, xs_[point]);
            put_at(bytes, run.offset + i * size_of_point + sizeof(double), ys_[point]);
            box.add(Point{xs_[point], ys_[point]});
        }
    }
    if (begin > size_of_head && !box.is_empty()) {
        std::size_t at = size_of_head;
        for (const double edge : {box.min_x, box.max_x, box.min_y, box.max_y}) {
            put_at(bytes, at, edge);
            at += sizeof(double);
        }
    }
    return box;
}

} // namespace gis
