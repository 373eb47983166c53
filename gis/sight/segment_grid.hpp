#pragma once
// The cells of an EdgeIndex: which of them a segment crosses, and in which order to look around a point.

#include "gis/geometry/shapes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace gis {

/// Cells are filled this much beyond their rims, so that rounding hides no segment.
inline constexpr double grid_margin_m = 1e-4;

/// Square cells over a box.
struct SegmentGrid
{
    Box bounds;
    double cell_m = 1.0;
    double cells_a_metre = 1.0;
    std::uint32_t columns = 1;
    std::uint32_t rows = 1;
    double margin_m = grid_margin_m; ///< what is so near a cell is in it

    SegmentGrid(const Box& box, double cell, std::uint32_t columns_of, std::uint32_t rows_of, double margin = grid_margin_m)
        : bounds(box), cell_m(cell), cells_a_metre(1.0 / cell), columns(columns_of), rows(rows_of), margin_m(margin)
    {
    }

    static std::uint32_t clamped(double cell, std::uint32_t cells)
    {
        return cell > 0.0 ? static_cast<std::uint32_t>(std::min(cell, static_cast<double>(cells - 1))) : 0;
    }
    std::uint32_t column_of(double x) const { return clamped((x - bounds.min_x) * cells_a_metre, columns); }
    std::uint32_t row_of(double y) const { return clamped((y - bounds.min_y) * cells_a_metre, rows); }

    /// Calls `visit` with each cell that the segment from `a` to `b` crosses, row by row.
    template <class Visit>
    void for_each_cell(const Point& a, const Point& b, const Visit& visit) const
    {
        any_cell(a, b, [&visit](std::size_t cell) {
            visit(cell);
            return false;
        });
    }

    /// The same, until `visit` says true: whether it did.
    template <class Visit>
    bool any_cell(Point a, Point b, const Visit& visit) const
    {
        if (a.y > b.y) {
            std::swap(a, b);
        }
        const std::uint32_t first_row = row_of(a.y - margin_m);
        const std::uint32_t last_row = row_of(b.y + margin_m);
        if (first_row == last_row) {
            return any_in_row(first_row, a.x, b.x, visit);
        }
        for (std::uint32_t row = first_row; row <= last_row; ++row) {
            const double low_m = bounds.min_y + row * cell_m - margin_m;
            if (any_in_row(row, x_at(a, b, low_m), x_at(a, b, low_m + cell_m + 2.0 * margin_m), visit)) {
                return true;
            }
        }
        return false;
    }

    template <class Visit>
    bool any_in_row(std::uint32_t row, double from_x, double to_x, const Visit& visit) const
    {
        const std::uint32_t last_column = column_of(std::max(from_x, to_x) + margin_m);
        for (std::uint32_t column = column_of(std::min(from_x, to_x) - margin_m); column <= last_column; ++column) {
            if (visit(static_cast<std::size_t>(row) * columns + column)) {
                return true;
            }
        }
        return false;
    }

    /// Where the segment, going up, is at the height `y`; its ends below and above itself.
    static double x_at(const Point& a, const Point& b, double y)
    {
        if (y <= a.y) {
            return a.x;
        }
        return y >= b.y ? b.x : a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
    }
};

/// The cells at one distance (in cells, along the longer axis) around a middle one, as far as they lie in the grid.
class CellRing
{
public:
    CellRing(std::uint32_t columns, std::uint32_t rows, std::uint32_t column, std::uint32_t row)
        : columns_(columns), rows_(rows), column_(column), row_(row)
    {
    }

    template <class Visit>
    void visit(std::int64_t radius, const Visit& cell) const
    {
        for (std::int64_t y = std::max<std::int64_t>(row_ - radius, 0); y <= std::min(row_ + radius, rows_ - 1); ++y) {
            const bool is_rim = y == row_ - radius || y == row_ + radius;
            const std::int64_t step = is_rim || radius == 0 ? 1 : 2 * radius;
            for (std::int64_t x = column_ - radius; x <= column_ + radius; x += step) {
                if (x >= 0 && x < columns_) {
                    cell(static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y));
                }
            }
        }
    }

    bool is_all(std::int64_t radius) const
    {
        return column_ - radius <= 0 && row_ - radius <= 0 && column_ + radius >= columns_ - 1 && row_ + radius >= rows_ - 1;
    }

private:
    std::int64_t columns_, rows_, column_, row_;
};

/// Metres from a point in the grid to the nearest rim of its own cell.
inline double to_rim_m(const SegmentGrid& grid, const Point& foot)
{
    const double west_m = foot.x - (grid.bounds.min_x + grid.column_of(foot.x) * grid.cell_m);
    const double south_m = foot.y - (grid.bounds.min_y + grid.row_of(foot.y) * grid.cell_m);
    return std::min({west_m, grid.cell_m - west_m, south_m, grid.cell_m - south_m});
}

/// A lower bound for everything in the cell, on the safe side of rounding. 0 inside.
inline double squared_to_cell_m2(const SegmentGrid& grid, const Point& foot, std::uint32_t column, std::uint32_t row)
{
    const double west_m = grid.bounds.min_x + column * grid.cell_m;
    const double south_m = grid.bounds.min_y + row * grid.cell_m;
    const double x_m = std::max({west_m - foot.x, foot.x - west_m - grid.cell_m, grid_margin_m}) - grid_margin_m;
    const double y_m = std::max({south_m - foot.y, foot.y - south_m - grid.cell_m, grid_margin_m}) - grid_margin_m;
    return x_m * x_m + y_m * y_m;
}

} // namespace gis
