#include "gis/sight/box_grid.hpp"

#include <numeric>

namespace gis {
namespace {

constexpr double cells_a_box = 64.0; // boxes stand in clusters: few cells would hold very many

bool counts(const Box& box)
{
    return !box.is_empty() && std::isfinite(box.max_x - box.min_x) && std::isfinite(box.max_y - box.min_y);
}

/// Cells are small where boxes are few and far between, and about as large as a box where that would make very many.
SegmentGrid grid_over(const std::vector<Box>& boxes)
{
    Box bounds;
    double count = 0.0;
    double sides = 0.0;
    double ground = 0.0;
    for (const Box& box : boxes) {
        if (counts(box)) {
            bounds.add(box);
            sides += (box.max_x - box.min_x) + (box.max_y - box.min_y);
            ground += (box.max_x - box.min_x) * (box.max_y - box.min_y);
            count += 1.0;
        }
    }
    const double width = bounds.max_x - bounds.min_x;
    const double height = bounds.max_y - bounds.min_y;
    const double cell = std::max({std::sqrt(width * height / (cells_a_box * count)), std::sqrt(ground / (4.0 * count)),
                                  sides / (2.0 * count), (width + height) / (4.0 * count)});
    if (!(cell > 0.0) || !std::isfinite(cell)) {
        return {bounds, 1.0, 1, 1};
    }
    return {bounds, cell, static_cast<std::uint32_t>(width / cell) + 1, static_cast<std::uint32_t>(height / cell) + 1};
}

} // namespace

BoxGrid::BoxGrid(std::span<const Box> boxes) : box_(boxes.begin(), boxes.end()), grid_(grid_over(box_))
{
    const auto for_each_entry = [this](const auto& visit) {
        for (std::uint32_t i = 0; i < box_.size(); ++i) {
            const std::uint32_t last_row = counts(box_[i]) ? grid_.row_of(box_[i].max_y) + 1 : 0;
            for (std::uint32_t row = grid_.row_of(box_[i].min_y); row < last_row; ++row) {
                for (std::uint32_t column = grid_.column_of(box_[i].min_x); column <= grid_.column_of(box_[i].max_x); ++column) {
                    visit(static_cast<std::size_t>(row) * grid_.columns + column, i);
                }
            }
        }
    };
    first_in_cell_.assign(static_cast<std::size_t>(grid_.columns) * grid_.rows + 1, 0);
    for_each_entry([this](std::size_t cell, std::uint32_t) { ++first_in_cell_[cell + 1]; });
    std::partial_sum(first_in_cell_.begin(), first_in_cell_.end(), first_in_cell_.begin());
    in_cell_.resize(first_in_cell_.back());
    std::vector<std::uint32_t> next(first_in_cell_.begin(), first_in_cell_.end() - 1);
    for_each_entry([&](std::size_t cell, std::uint32_t box) { in_cell_[next[cell]++] = box; });
}

} // namespace gis
