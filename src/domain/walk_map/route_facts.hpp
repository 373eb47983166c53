#pragma once
// What a planner asks of a route besides its length.

#include "domain/walk/reach.hpp"

namespace fieldgap {

/// Traffic lights on the line of a route, each once. `route` is as `route_of` gives it.
std::size_t crossings_on(const WalkNetworkView& walking, const gis::Line& route);

/// Major roads that the route of a pair follows or crosses: those of one name once, runs without a name each once.
std::size_t major_roads_on(const Reach& reach, const WalkNetworkView& walking, Channel channel, const ReachedPair& pair);

} // namespace fieldgap
