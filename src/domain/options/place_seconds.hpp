#pragma once
// Seconds between a site and a place of an option, from what a search says of the nodes.

#include "domain/options/edge_accesses.hpp"
#include "domain/options/option_place.hpp"

#include <limits>

namespace fieldgap {

inline constexpr double never_s = std::numeric_limits<double>::infinity();

/// Seconds at a node: of a walk that may go on over public ways, and of any.
struct NodeSeconds
{
    double before_public = never_s;
    double least = never_s;
};

inline NodeSeconds seconds_at(const gis::NearNodes& near, gis::NodeId node)
{
    const gis::NearNodes::Label* label = near.find(node);
    return label == nullptr ? NodeSeconds() : NodeSeconds{label->before_public(), label->least()};
}

/// From the place to a site (`Heading::out`) or from a site to it, over nodes: `at(NodeId)` gives their NodeSeconds. A walk that has gone
/// over public ways must be one that may go on over such; one over private ways alone may be any.
template <class At>
double seconds_over_nodes(const gis::WalkTimes& times, const JoinedPlace& place, gis::Heading heading, const At& at)
{
    double least_s = never_s;
    gis::visit_first_nodes(times, place.access, place.sights, heading, [&](gis::NodeId node, gis::WalkState state, double seconds) {
        const NodeSeconds beyond = at(node);
        least_s = std::min(least_s, seconds + (state == gis::WalkState::only_private ? beyond.least : beyond.before_public));
    });
    return least_s;
}

/// Calls `visit` (who, seconds) with the ways over no node between the place and the accesses of others: along the edge that both join,
/// and across the square on whose ground both are and see each other.
template <class Visit>
void visit_direct_ways(const gis::WalkTimes& times, const JoinedPlace& place, gis::Heading heading, const EdgeAccesses& others,
                       const Visit& visit)
{
    const double connector_s = times.connector(place.access).seconds;
    const auto beyond_s = [&](const SiteAccessPoint& other) { return connector_s + times.connector(*other.access).seconds; };
    for (const SiteAccessPoint& other : others.on(place.access.edge)) {
        const bool out = heading == gis::Heading::out;
        const gis::Stretch between = out ? times.between(place.access, *other.access) : times.between(*other.access, place.access);
        visit(other.who, beyond_s(other) + between.seconds);
    }
    for (const std::uint32_t square : place.squares) {
        for (const SiteAccessPoint& other : others.in(square)) {
            if (gis::sees(times.network().squares[square], place.access.on_edge, other.access->on_edge)) {
                visit(other.who, beyond_s(other) + times.across(place.access, *other.access, square).seconds);
            }
        }
    }
}

} // namespace fieldgap
