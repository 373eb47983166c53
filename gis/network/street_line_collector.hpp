#pragma once

#include "gis/network/streets.hpp"

namespace gis {

/// Collects lines of a line layer: vertices within 1 cm of each other are one node (also across the cells of any grid).
class StreetLineCollector
{
public:
    /// `line` in degrees; needs at least two points, others are ignored (the caller reports them).
    void add(const Line& line, bool steps);
    Streets streets() &&;

private:
    std::vector<Line> lines_;
    std::vector<std::uint8_t> flags_;
};

} // namespace gis
