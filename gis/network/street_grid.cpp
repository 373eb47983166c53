#include "gis/network/street_grid.hpp"

#include <cmath>
#include <numeric>

namespace gis {
namespace {

SegmentGrid grid_over(const WalkNetwork& network, double wanted_m)
{
    Box bounds;
    for (const Point& point : network.point) {
        bounds.add(point);
    }
    if (bounds.is_empty()) {
        bounds.add(Point());
    }
    constexpr double max_cells_a_point = 2.0;
    const double width_m = bounds.max_x - bounds.min_x;
    const double height_m = bounds.max_y - bounds.min_y;
    const double most_cells = max_cells_a_point * static_cast<double>(network.point.size() + 1);
    const double cell_m = std::max({wanted_m, std::sqrt(width_m * height_m / most_cells), (width_m + height_m) / most_cells});
    return {bounds, cell_m, static_cast<std::uint32_t>(width_m / cell_m) + 1, static_cast<std::uint32_t>(height_m / cell_m) + 1};
}

/// Entries of cells, counted and then put side by side; `for_each` calls with (cell, entry), twice the same.
template <class Entry, class ForEach>
void fill_cells(std::size_t cells, const ForEach& for_each, std::vector<std::uint32_t>& first, std::vector<Entry>& entries)
{
    first.assign(cells + 2, 0);
    for_each([&](std::size_t cell, Entry) { ++first[cell + 2]; });
    std::partial_sum(first.begin(), first.end(), first.begin());
    entries.resize(first.back());
    for_each([&](std::size_t cell, Entry entry) { entries[first[cell + 1]++] = entry; });
    first.pop_back();
}

} // namespace

StreetGrid::StreetGrid(const WalkNetwork& network, double cell_m)
    : network_(network), grid_(grid_over(network, cell_m)), place_(network.node_count())
{
    fill_edges();
    fill_nodes();
}

bool StreetGrid::is_joined(EdgeId edge) const
{
    return network_.edge_in_main[index(edge)] != 0 && !network_.is_sight(edge);
}

void StreetGrid::fill_edges()
{
    const auto for_each = [&](const auto& visit) {
        for (std::uint32_t edge = 0; edge < network_.edge_count(); ++edge) {
            const auto line = network_.line(EdgeId{edge});
            for (std::size_t i = 0; is_joined(EdgeId{edge}) && i + 1 < line.size(); ++i) {
                grid_.for_each_cell(line[i], line[i + 1], [&](std::size_t cell) { visit(cell, EdgeId{edge}); });
            }
        }
    };
    fill_cells<EdgeId>(std::size_t{grid_.columns} * grid_.rows, for_each, first_edge_, edge_);
}

void StreetGrid::fill_nodes()
{
    std::vector<bool> is_end_of_joined(network_.node_count(), false);
    for (std::uint32_t edge = 0; edge < network_.edge_count(); ++edge) {
        const auto line = network_.line(EdgeId{edge});
        place_[index(network_.edge_from[edge])] = line.front();
        place_[index(network_.edge_to[edge])] = line.back();
        if (is_joined(EdgeId{edge})) {
            is_end_of_joined[index(network_.edge_from[edge])] = true;
            is_end_of_joined[index(network_.edge_to[edge])] = true;
        }
    }
    const auto for_each = [&](const auto& visit) {
        for (std::uint32_t node = 0; node < place_.size(); ++node) {
            if (is_end_of_joined[node]) {
                const std::size_t row = grid_.row_of(place_[node].y);
                visit(row * grid_.columns + grid_.column_of(place_[node].x), NodeId{node});
            }
        }
    };
    fill_cells<NodeId>(std::size_t{grid_.columns} * grid_.rows, for_each, first_node_, node_);
}

} // namespace gis
