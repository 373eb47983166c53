#pragma once
// Streets way by way, before ends of different ways are joined: ways far from a city can still be left out.

#include "gis/joining/street_level.hpp"
#include "gis/streets/streets.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gis {

/// A way that is counted and not walked.
struct CountedWay
{
    MultiLine course; ///< in degrees, broken where a node is missing
    double metres = 0.0;
};

/// A square before its rings are put together.
struct UnjoinedSquare
{
    std::string id;                  ///< in words of the file
    std::vector<std::uint32_t> ways; ///< those that run around it and its holes
    StreetLevel level;
    std::uint8_t flags = 0;  ///< as of a line
    std::uint32_t kind = 0;  ///< as of a line
    bool is_complete = true; ///< false where the file lacks a way or a node of it
};

struct UnjoinedStreets
{
    Streets lines;                                ///< neither joined nor counted yet
    std::vector<StreetLevel> level_of_line;       ///< of ways; outlines of squares, which come last, have none
    std::vector<std::uint32_t> first_line_of_way; ///< ascending; a way that misses nodes has several lines, or none
    std::vector<CountedWay> barred_trunk;
    std::vector<UnjoinedSquare> squares;
};

/// True where a part of the line lies in the box or on its edge. A line of one point is that point.
bool touches(std::span<const Point> line, const Box& box);

/// The ways that touch `within` (degrees), and all ways of a square of which one does, whole and in their order; nodes are numbered anew
/// by their first use. The same whether other ways were there or not.
UnjoinedStreets cut_to(const UnjoinedStreets& ways, const Box& within);

} // namespace gis
