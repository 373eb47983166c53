#pragma once
// Which segments of streets lie at which square.

#include "gis/squares/joints.hpp"
#include "gis/streets/streets.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace gis {

/// Two neighbours on a line.
struct NearSegment
{
    std::uint32_t line = 0;
    std::uint32_t at = 0; ///< where in `Streets::ref` the first of them stands; the other is the next
};

/// Per square those segments of the lines whose boxes meet its own (of its rings too), by line and place. `lines` ascend.
std::vector<std::vector<NearSegment>> segments_near_squares(const Streets& streets, std::span<const std::uint32_t> lines);

inline Box box_between(const Point& a, const Point& b)
{
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

/// The lines that have any of them, ascending.
std::vector<std::uint32_t> lines_of(const std::vector<std::vector<NearSegment>>& near);

/// The keys of the square's outline and holes, sorted.
std::vector<std::uint64_t> ring_keys(const StreetSquare& square);

} // namespace gis
