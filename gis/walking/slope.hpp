#pragma once

#include "gis/network/walk_network.hpp"

namespace gis {

/// Tobler's hiking function as a time factor for each ArcId (docs/standards.md 4): 1 on the flat, 1.19 uphill at 5 %.
/// `height_m` gives the height of each of `WalkNetwork::point`, parallel to it; NaN where unknown (flat there).
std::vector<float> slope_factors(const WalkNetwork& network, std::span<const float> height_m);

} // namespace gis
