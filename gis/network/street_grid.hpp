#pragma once
// The streets and junctions of a place.

#include "gis/network/walk_network.hpp"
#include "gis/sight/segment_grid.hpp"

namespace gis {

/// A grid over the edges that entries may join, and over their nodes.
class StreetGrid
{
public:
    /// `network` must outlive it. Boxes of about `cell_m` are asked for.
    StreetGrid(const WalkNetwork& network, double cell_m);

    const Point& place_of(NodeId node) const { return place_[index(node)]; }

    /// Calls `visit` with each edge that may come into the box, some of them several times, and with others.
    template <class Visit>
    void visit_edges(const Box& box, const Visit& visit) const
    {
        for_each_cell(box, [&](std::size_t cell) {
            for (std::uint32_t i = first_edge_[cell]; i < first_edge_[cell + 1]; ++i) {
                visit(edge_[i]);
            }
        });
    }

    /// The same with nodes, each once.
    template <class Visit>
    void visit_nodes(const Box& box, const Visit& visit) const
    {
        for_each_cell(box, [&](std::size_t cell) {
            for (std::uint32_t i = first_node_[cell]; i < first_node_[cell + 1]; ++i) {
                visit(node_[i]);
            }
        });
    }

private:
    template <class Visit>
    void for_each_cell(const Box& box, const Visit& visit) const
    {
        if (edge_.empty() || !box.meets(grid_.bounds)) {
            return;
        }
        const std::uint32_t last_row = grid_.row_of(box.max_y + grid_margin_m);
        const std::uint32_t last_column = grid_.column_of(box.max_x + grid_margin_m);
        for (std::uint32_t row = grid_.row_of(box.min_y - grid_margin_m); row <= last_row; ++row) {
            for (std::uint32_t column = grid_.column_of(box.min_x - grid_margin_m); column <= last_column; ++column) {
                visit(static_cast<std::size_t>(row) * grid_.columns + column);
            }
        }
    }

    bool is_joined(EdgeId edge) const;
    void fill_edges();
    void fill_nodes();

    const WalkNetwork& network_;
    SegmentGrid grid_;
    std::vector<Point> place_;                           ///< by node
    std::vector<std::uint32_t> first_edge_, first_node_; ///< per cell, one more at the end
    std::vector<EdgeId> edge_;
    std::vector<NodeId> node_;
};

} // namespace gis
