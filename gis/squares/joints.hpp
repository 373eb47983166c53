#pragma once
// Nodes that come to stand on segments of streets that are there already.

#include "gis/streets/streets.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// The smaller node in the upper half, so that a segment is the same in both directions.
constexpr std::uint64_t segment_key(std::uint32_t a, std::uint32_t b)
{
    return a < b ? (std::uint64_t{a} << 32U) | b : (std::uint64_t{b} << 32U) | a;
}

struct Joint
{
    std::uint64_t segment = 0; ///< its key
    double share = 0.0;        ///< of the way from the smaller node to the greater
    std::uint32_t node = 0;
};

/// Puts the joints into all lines that have these segments, and into the rings of the squares. A joint may come more than once.
void put_in(Streets& streets, std::vector<Joint> joints);

} // namespace gis
