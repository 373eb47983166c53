#pragma once
// Which segments of streets lie at which square.

#include "gis/network/streets.hpp"
#include "gis/squares/joints.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// Two neighbours on a line.
struct NearSegment
{
    std::uint32_t line = 0;
    std::uint32_t at = 0; ///< where in `Streets::ref` the first of them stands; the other is the next
};

/// Per square the segments whose boxes meet its own (those of its rings among them), by line and place.
std::vector<std::vector<NearSegment>> segments_near_squares(const Streets& streets);

/// The keys of the square's outline and holes, sorted.
std::vector<std::uint64_t> ring_keys(const StreetSquare& square);

} // namespace gis
