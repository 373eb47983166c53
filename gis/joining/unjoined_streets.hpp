#pragma once
// Streets way by way, before ends of different ways are joined: ways far from a city can still be left out.

#include "gis/joining/street_level.hpp"
#include "gis/network/streets.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace gis {

/// A way that is counted and not walked.
struct CountedWay
{
    MultiLine course; ///< in degrees, broken where a node is missing
    double metres = 0.0;
};

struct UnjoinedStreets
{
    Streets lines;                                ///< neither joined nor counted yet
    std::vector<StreetLevel> level_of_line;       ///< of ways; outlines of squares, which come last, have none
    std::vector<std::uint32_t> first_line_of_way; ///< ascending; a way that misses nodes has several lines, or none
    std::vector<CountedWay> barred_trunk;
};

/// True where a part of the line lies in the box or on its edge. A line of one point is that point.
bool touches(std::span<const Point> line, const Box& box);

/// The ways that touch `within` (degrees), whole and in their order; nodes are numbered anew by their first use. The same whether other
/// ways were there or not.
UnjoinedStreets cut_to(const UnjoinedStreets& ways, const Box& within);

/// Ends of ways of one level at one place (1 cm) become one node; barred trunk roads are summed up.
Streets joined(UnjoinedStreets ways);

} // namespace gis
