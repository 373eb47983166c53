#pragma once
// Ends of lines that lie on or near other lines without sharing a vertex with them.

#include "gis/geometry/plane.hpp"
#include "gis/joining/flat_lines.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// An end that stays loose. Vertices are positions in `FlatLines::vertex`.
struct LooseEnd
{
    std::uint32_t end = 0;
    std::uint32_t from = 0; ///< the segment of the other line
    std::uint32_t to = 0;
    double metres = 0.0;
    Point at;            ///< the end, in the plane
    Point beside;        ///< the nearest point of the other line, in the plane
    double from_m = 0.0; ///< from `beside` to the ends of its segment
    double to_m = 0.0;
};

struct JoinedLines
{
    FlatLines lines;             ///< with the vertices where ends join, and the straight pieces between as lines of their own
    std::vector<LooseEnd> loose; ///< by place
};

/// Beyond this an end that joins nothing is no gap.
inline constexpr double gap_m = 2.0;

/// An end that meets no other line joins the nearest line of its level within `join_m`, and all within 1 cm of that place, there: by a
/// vertex where it is within 1 cm, else by a straight piece. An end that meets another line at a vertex has its nearest line; it joins what
/// passes within 1 cm. What does not join within `gap_m` is loose.
JoinedLines joined_lines(const FlatLines& lines, const CityPlane& plane, double join_m);

} // namespace gis
