#include "gis/joining/crowded_points.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace gis {
namespace {

constexpr double reach_degrees = 1.1e-7; // of latitude: more than 1 cm anywhere on the ellipsoid
constexpr double cell_degrees = 4e-6;
constexpr double most_latitude = 85.0; // a centimetre of longitude is a small part of a cell up to there

/// How many points there are in each cell, up to two. Cells share counters: where two meet in one, both seem crowded.
class CellCounts
{
public:
    CellCounts(std::size_t points, double reach_east) : reach_east_(reach_east), counts_(std::bit_ceil(16 * points + 1)) {}

    void add(const Point& point)
    {
        for_each_cell(point, [this](std::uint8_t& count) { count = std::min<std::uint8_t>(count + 1U, 2); });
    }

    bool is_crowded(const Point& point)
    {
        bool is_crowded = false;
        for_each_cell(point, [&is_crowded](std::uint8_t count) { is_crowded = is_crowded || count > 1; });
        return is_crowded;
    }

private:
    /// Those in reach: of two points in reach of each other, one's own cell is always among the other's.
    template <class Visit>
    void for_each_cell(const Point& point, const Visit& visit)
    {
        for (std::int64_t y = cell_of(point.y - reach_degrees); y <= cell_of(point.y + reach_degrees); ++y) {
            for (std::int64_t x = cell_of(point.x - reach_east_); x <= cell_of(point.x + reach_east_); ++x) {
                visit(counts_[counter_of(x, y)]);
            }
        }
    }

    /// The same for equal numbers, and never smaller for a greater one. Nothing lies west or south of the first cell.
    static std::int64_t cell_of(double degrees) { return static_cast<std::int64_t>((degrees + 400.0) * (1.0 / cell_degrees)); }

    std::size_t counter_of(std::int64_t x, std::int64_t y) const
    {
        std::uint64_t mixed = static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15U + static_cast<std::uint64_t>(y) * 0xC2B2AE3D27D4EB4FU;
        mixed ^= mixed >> 32U;
        return static_cast<std::size_t>(mixed * 0x9E3779B97F4A7C15U >> 20U) & (counts_.size() - 1);
    }

    double reach_east_;
    std::vector<std::uint8_t> counts_;
};

/// False also of what is no number.
bool is_usual(const Point& point)
{
    return std::fabs(point.y) <= most_latitude && std::fabs(point.x) <= 360.0;
}

} // namespace

std::vector<bool> crowded(const std::vector<Point>& points)
{
    constexpr double radians = 3.14159265358979323846 / 180.0;
    if (!std::all_of(points.begin(), points.end(), is_usual)) {
        return std::vector<bool>(points.size(), true);
    }
    double latitude = 0.0;
    for (const Point& point : points) {
        latitude = std::max(latitude, std::fabs(point.y));
    }
    CellCounts cells(points.size(), reach_degrees / std::cos(latitude * radians));
    for (const Point& point : points) {
        cells.add(point);
    }
    std::vector<bool> result;
    result.reserve(points.size());
    for (const Point& point : points) {
        result.push_back(cells.is_crowded(point));
    }
    return result;
}

} // namespace gis
