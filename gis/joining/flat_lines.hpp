#pragma once

#include "gis/geometry/shapes.hpp"
#include "gis/joining/street_level.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// Lines in one list of vertices, degrees.
struct FlatLines
{
    std::vector<Point> vertex;
    std::vector<std::uint32_t> first{0}; ///< per line, one more at the end; into `vertex`
    std::vector<std::uint8_t> flags;     ///< per line
    std::vector<std::uint32_t> kind;     ///< per line, as `Streets::line_kind`
    std::vector<StreetLevel> level;      ///< per line

    std::size_t count() const { return flags.size(); }
    void add(const Line& line, std::uint8_t line_flags, std::uint32_t line_kind, const StreetLevel& line_level);
};

} // namespace gis
