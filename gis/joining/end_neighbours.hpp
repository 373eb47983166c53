#pragma once
// What lies near the ends of lines.

#include "gis/joining/flat_lines.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// A segment of another line near an end of a line. Vertices are positions in `FlatLines::vertex`.
struct EndNeighbour
{
    std::uint32_t end = 0;
    std::uint32_t segment = 0; ///< its first vertex
    double metres = 0.0;
    Point at;            ///< nearest to the end, in the plane
    bool is_met = false; ///< by a vertex within 1 cm of the end
};

/// Of each end what it meets by a vertex, and the segments of its level within `reach_m`; by end, then distance. Lines that follow the
/// end's own course from there (doubles) lead nowhere else and are none. `place`: the vertices in the plane.
std::vector<EndNeighbour> end_neighbours(const FlatLines& lines, const std::vector<Point>& place, double reach_m);

/// Whether two places of the plane are one node.
bool are_one_place(const Point& a, const Point& b);

} // namespace gis
