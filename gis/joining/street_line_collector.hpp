#pragma once

#include "gis/geometry/plane.hpp"
#include "gis/joining/flat_lines.hpp"
#include "gis/streets/streets.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// Collects lines of a line layer: vertices within 1 cm of each other are one node (also across the cells of any grid).
class StreetLineCollector
{
public:
    /// `line` in degrees; needs at least two points, others are ignored (the caller reports them). `flags` and `kind` as in Streets.
    void add(const Line& line, std::uint8_t flags, std::uint32_t kind, const StreetLevel& level = {});

    /// With `kinds`, into which those of the lines point. Loose ends within `join_m` of a line of their level are joined to it, others near
    /// one are gaps (gis/joining/line_joining.hpp).
    Streets streets(const CityPlane& plane, double join_m, std::vector<StreetKind> kinds) &&;

private:
    FlatLines lines_;
};

} // namespace gis
