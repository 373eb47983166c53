#pragma once

#include "gis/walking/bounded_search.hpp"

namespace gis {

/// The walk as a line in the CityPlane, from entry to entry, without repeated points (1 µm; at least two points remain). Needs the routes.
Line walk_line(const WalkNetwork& network, const Walks& walks, const Walk& walk, const SiteAccesses& sources, const SiteAccesses& targets);

} // namespace gis
