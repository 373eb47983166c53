#pragma once
// What a walk meets on its way: traffic lights and major roads.

#include "gis/walking/bounded_search.hpp"

namespace gis {

/// Lights on the line of a route, each once.
std::size_t lights_on(const WalkNetwork& network, const Line& route);

/// Runs of major roads (`is_major_road`) that the walk follows or crosses: those of one name once, those without a name each once. It
/// crosses a road at a node where that meets its way. Needs the routes.
std::size_t major_roads_on(const WalkNetwork& network, const Walks& walks, const Walk& walk, const SiteAccesses& sources,
                           const SiteAccesses& targets);

} // namespace gis
