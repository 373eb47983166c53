#pragma once
// Ground over which one looks: what stands in the way is its outline and its holes.

#include "gis/geometry/shapes.hpp"
#include "gis/sight/segment_grid.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// A line of sight may leave the ground by this much: what rounding and another way of projecting may move a point.
inline constexpr double sight_slack_m = 0.001;

/// Whether the directions from `at` to two points lie on strictly opposite sides of the line from `from` to `at`, by more than the slack.
bool are_on_both_sides(const Point& from, const Point& at, const Point& a, const Point& b);

/// Whether the line from a ring's vertex `at` to `to` begins on the ground, to the slack, where a walk over `before`, `at` and `after` has
/// the ground on its left.
bool looks_inward(const Point& to, const Point& at, const Point& before, const Point& after);

/// The rings of a ground in the plane, ready to be asked. A few operations for a line over a small square; for a large one the cost
/// follows the cells of a grid that the line crosses.
class OpenGround
{
public:
    /// Of a ground without points: nothing is seen on it.
    explicit OpenGround(const Polygon& ground);

    /// Inside or on the outline, to the slack.
    bool holds(const Point& at) const;

    /// Whether the straight line between two points of the ground stays on it, to the slack: it may touch the outline, run along it and
    /// pass through corners.
    bool sees(const Point& a, const Point& b) const;

    const Box& bounds() const { return grid_.bounds; }

private:
    struct Segment
    {
        Point from;
        Point to;
    };

    void add(const Ring& ring);
    void fill_cells();
    std::size_t cell_of(const Point& at) const;
    bool is_on_outline(const Point& at) const;

    std::vector<Segment> segments_;
    SegmentGrid grid_;
    std::vector<std::uint32_t> first_in_cell_; ///< per cell, one more at the end
    std::vector<std::uint32_t> in_cell_;
};

} // namespace gis
