#pragma once
// Loose ends that part streets.

#include "gis/joining/line_joining.hpp"
#include "gis/streets/streets.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace gis {

/// Those loose ends from which one walks farther than a few metres to the street beside them, one for each pair of places. `loose` speaks
/// of vertices, `node_of_vertex` of their nodes in `streets`.
std::vector<StreetGap> street_gaps(const Streets& streets, const std::vector<LooseEnd>& loose,
                                   std::span<const std::uint32_t> node_of_vertex);

} // namespace gis
