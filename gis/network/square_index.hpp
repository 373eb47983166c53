#pragma once

#include "gis/network/walk_network.hpp"
#include "gis/sight/box_grid.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// Squares of a network by place.
class SquareIndex
{
public:
    /// Those with `is_in_main`, or the others. `network` must outlive the index.
    SquareIndex(const WalkNetwork& network, bool in_main);

    /// The squares whose ground holds the point, to the slack of sight, ascending.
    std::vector<std::uint32_t> holding(const Point& at) const;

    /// The first of them, or `no_square`.
    std::uint32_t first_holding(const Point& at) const;

    /// False only where no square has ground in the box.
    bool may_meet(const Box& box) const;

private:
    template <class Visit>
    void visit_holding(const Point& at, const Visit& visit) const;

    const WalkNetwork* network_;
    BoxGrid boxes_;
};

} // namespace gis
