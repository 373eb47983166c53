#include "gis/network/point_grid.hpp"

#include <algorithm>
#include <cmath>

namespace gis {
namespace {

constexpr double cells_a_segment = 4.0;

bool is_finite(const Point& point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

SegmentGrid grid_around(std::span<const Point> points, double radius_m, double mean_segment_m)
{
    Box bounds;
    for (const Point& point : points) {
        if (is_finite(point)) {
            bounds.add(point);
        }
    }
    if (bounds.is_empty()) {
        return {{0.0, 0.0, 0.0, 0.0}, 1.0, 1, 1};
    }
    bounds = bounds.widened(radius_m + grid_margin_m);
    const double cell_m = std::max({radius_m * 2.0, mean_segment_m / cells_a_segment, 1.0});
    return {bounds, cell_m, static_cast<std::uint32_t>((bounds.max_x - bounds.min_x) / cell_m) + 1,
            static_cast<std::uint32_t>((bounds.max_y - bounds.min_y) / cell_m) + 1};
}

} // namespace

PointGrid::PointGrid(std::span<const Point> points, double radius_m, double mean_segment_m)
    : grid_(grid_around(points, radius_m, mean_segment_m)), seen_by_(points.size())
{
    const double reach_m = radius_m + grid_margin_m;
    for (std::uint32_t point = 0; point < points.size(); ++point) {
        if (!is_finite(points[point])) {
            continue;
        }
        const std::uint32_t last_row = grid_.row_of(points[point].y + reach_m);
        for (std::uint32_t row = grid_.row_of(points[point].y - reach_m); row <= last_row; ++row) {
            grid_.any_in_row(row, points[point].x - reach_m, points[point].x + reach_m, [&](std::size_t cell) {
                cells_[cell].push_back(point);
                return false;
            });
        }
    }
}

} // namespace gis
