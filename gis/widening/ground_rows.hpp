#pragma once
// The edges of a ground in rows, so that a piece of a line finds those near it.

#include "gis/geometry/shapes.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace gis {

class GroundRows
{
public:
    /// In the direction in which the ground lies to the left.
    struct Edge
    {
        Point from;
        Point to;
    };

    GroundRows(const MultiPolygon& ground, double row_m);

    const std::vector<Edge>& edges() const { return edges_; }
    const Box& bounds() const { return bounds_; }
    bool is_inside(const Point& place) const;

    /// Each edge that may meet the box, once.
    template <class Visit>
    void visit_near(const Box& box, const Visit& visit) const;

private:
    std::uint32_t row_of(double y) const;

    std::vector<Edge> edges_;
    Box bounds_;
    double row_m_;
    std::uint32_t rows_ = 0;
    std::vector<std::uint32_t> first_, list_; ///< per row, one more at the end
};

template <class Visit>
void GroundRows::visit_near(const Box& box, const Visit& visit) const
{
    if (edges_.empty() || !box.meets(bounds_)) {
        return;
    }
    const std::uint32_t first_row = row_of(box.min_y);
    const std::uint32_t last_row = row_of(box.max_y);
    for (std::uint32_t row = first_row; row <= last_row; ++row) {
        for (std::uint32_t i = first_[row]; i < first_[row + 1]; ++i) {
            const Edge& edge = edges_[list_[i]];
            const bool is_first_time = std::max(first_row, row_of(std::min(edge.from.y, edge.to.y))) == row;
            if (is_first_time && std::min(edge.from.x, edge.to.x) <= box.max_x && std::max(edge.from.x, edge.to.x) >= box.min_x) {
                visit(edge);
            }
        }
    }
}

} // namespace gis
