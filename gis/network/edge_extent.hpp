#pragma once
// How large a grid over the segments of edges is.

#include "gis/network/nearest_on_line.hpp"
#include "gis/sight/segment_grid.hpp"

#include <algorithm>
#include <cmath>

namespace gis {

inline constexpr double smallest_cell_m = 5.0;
inline constexpr double max_cells_a_segment = 2.0;

/// Of segments.
struct Extent
{
    Box bounds;
    std::size_t segments = 0;
    double length_m = 0.0;

    void add(const Point& a, const Point& b)
    {
        bounds.add(a);
        bounds.add(b);
        length_m += segment_m(a, b);
        ++segments;
    }
    void add(const Extent& other)
    {
        bounds.add(other.bounds);
        length_m += other.length_m;
        segments += other.segments;
    }
};

/// About one segment a cell, and none that lies in very many cells.
inline double cell_size_m(const Extent& extent)
{
    const auto segments = static_cast<double>(extent.segments);
    const double width_m = extent.bounds.max_x - extent.bounds.min_x;
    const double height_m = extent.bounds.max_y - extent.bounds.min_y;
    return std::max({smallest_cell_m, std::sqrt(width_m * height_m / segments), extent.length_m / segments,
                     (width_m + height_m) / (max_cells_a_segment * segments)});
}

inline SegmentGrid grid_of(const Extent& extent)
{
    const double cell_m = cell_size_m(extent);
    return {extent.bounds, cell_m, static_cast<std::uint32_t>((extent.bounds.max_x - extent.bounds.min_x) / cell_m) + 1,
            static_cast<std::uint32_t>((extent.bounds.max_y - extent.bounds.min_y) / cell_m) + 1};
}

} // namespace gis
