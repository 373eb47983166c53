#include "gis/walking/route_ends.hpp"

#include <algorithm>

namespace gis {
namespace {

/// Of the ways to a corner, which an access on the outlines of two squares may have over both.
const AccessSight& quickest(const WalkTimes& times, std::span<const AccessSight> sights, NodeId node)
{
    return *std::min_element(sights.begin(), sights.end(), [&](const AccessSight& a, const AccessSight& b) {
        const bool leads_there = a.node == node;
        return leads_there != (b.node == node) ? leads_there : times.from_corner(a).seconds < times.from_corner(b).seconds;
    });
}

} // namespace

Stretch way_out(const WalkTimes& times, const SiteAccesses& sites, std::uint32_t access, RouteEnd leaves, NodeId first_node)
{
    const Access& from = sites.access[access];
    return times.connector(from) + (leaves == RouteEnd::sight ? times.to_corner(quickest(times, sites.sights_of(access), first_node))
                                                              : times.to_end(from, leaves == RouteEnd::forward));
}

Stretch way_in(const WalkTimes& times, const SiteAccesses& sites, std::uint32_t access, RouteEnd arrives, NodeId last_node)
{
    const Access& to = sites.access[access];
    return (arrives == RouteEnd::sight ? times.from_corner(quickest(times, sites.sights_of(access), last_node))
                                       : times.from_end(to, arrives == RouteEnd::forward)) +
           times.connector(to);
}

} // namespace gis
