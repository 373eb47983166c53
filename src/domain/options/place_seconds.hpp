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

/// From a site to a point of an edge (`Heading::out`) or from there to the site, over the ends of the edge: `at(NodeId)` gives their
/// NodeSeconds. A walk over a public edge goes on or comes over public ways; one that begins on a private edge needs none.
template <class At>
double seconds_over_ends(const gis::WalkTimes& times, const gis::Access& access, gis::Heading heading, const At& at)
{
    const gis::WalkNetwork& streets = times.network();
    const bool is_private = streets.is_private(access.edge);
    double least_s = never_s;
    for (const bool forward : {true, false}) {
        const bool over_to = forward == (heading == gis::Heading::in);
        const gis::NodeId node = over_to ? streets.edge_to[index(access.edge)] : streets.edge_from[index(access.edge)];
        const gis::Stretch along = heading == gis::Heading::in ? times.to_end(access, forward) : times.from_end(access, forward);
        const NodeSeconds seconds = at(node);
        least_s = std::min(least_s, along.seconds + (is_private ? seconds.least : seconds.before_public));
    }
    return least_s;
}

/// Along the edge that the access of a site joins too.
inline double seconds_along(const gis::WalkTimes& times, const gis::Access& place, const gis::Access& of_site, gis::Heading heading)
{
    const gis::Stretch between = heading == gis::Heading::in ? times.between(place, of_site) : times.between(of_site, place);
    return times.connector(of_site).seconds + between.seconds;
}

} // namespace fieldgap
