#pragma once
// The two ends of a walk, between an entry and the nodes of the network.

#include "gis/walking/walk_times.hpp"

namespace gis {

/// From the entry of an access to the first node of a walk, and from the last node to the entry. Not for walks that come over no node.
Stretch way_out(const WalkTimes& times, const SiteAccesses& sites, std::uint32_t access, RouteEnd leaves, NodeId first_node);
Stretch way_in(const WalkTimes& times, const SiteAccesses& sites, std::uint32_t access, RouteEnd arrives, NodeId last_node);

} // namespace gis
