#pragma once

#include "gis/geometry/shapes.hpp"
#include "gis/sight/segment_grid.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace gis {

/// A few boxes that very many small windows are held against: most windows meet no box and are done after a look at one cell.
/// Any coordinates.
class BoxGrid
{
public:
    /// Empty boxes, and those that are not finite, meet nothing.
    explicit BoxGrid(std::span<const Box> boxes);

    bool is_empty() const { return in_cell_.empty(); }

    /// Calls `visit` once with the position of each box that shares at least a point with `window`, in no order.
    template <class Visit>
    void meeting(const Box& window, const Visit& visit) const
    {
        if (is_empty() || !window.meets(grid_.bounds)) {
            return;
        }
        const std::uint32_t first_column = grid_.column_of(window.min_x);
        const std::uint32_t last_column = grid_.column_of(window.max_x);
        const std::uint32_t last_row = grid_.row_of(window.max_y);
        for (std::uint32_t row = grid_.row_of(window.min_y); row <= last_row; ++row) {
            for (std::uint32_t column = first_column; column <= last_column; ++column) {
                visit_cell(window, column, row, visit);
            }
        }
    }

private:
    /// A box that shares several cells with the window is visited in the first of them.
    template <class Visit>
    void visit_cell(const Box& window, std::uint32_t column, std::uint32_t row, const Visit& visit) const
    {
        const std::size_t cell = static_cast<std::size_t>(row) * grid_.columns + column;
        for (std::uint32_t i = first_in_cell_[cell]; i < first_in_cell_[cell + 1]; ++i) {
            const Box& box = box_[in_cell_[i]];
            if (box.meets(window) && column == grid_.column_of(std::fmax(box.min_x, window.min_x)) &&
                row == grid_.row_of(std::fmax(box.min_y, window.min_y))) {
                visit(in_cell_[i]);
            }
        }
    }

    std::vector<Box> box_;
    SegmentGrid grid_;
    std::vector<std::uint32_t> first_in_cell_; ///< per cell, one more at the end
    std::vector<std::uint32_t> in_cell_;
};

} // namespace gis
