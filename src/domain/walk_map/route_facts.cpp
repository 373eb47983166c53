#include "domain/walk_map/route_facts.hpp"

#include "gis/routes/route_roads.hpp"

namespace fieldgap {

std::size_t crossings_on(const WalkNetworkView& walking, const gis::Line& route)
{
    return walking.streets == nullptr ? 0 : gis::lights_on(*walking.streets, route);
}

std::size_t major_roads_on(const Reach& reach, const WalkNetworkView& walking, Channel channel, const ReachedPair& pair)
{
    if (pair.walk == touching) {
        return 0;
    }
    const gis::Walks& walks = (channel == Channel::rent ? reach.rent : reach.share).walks;
    const gis::SiteAccesses& givers = channel == Channel::rent ? reach.access_points.of_venue : reach.access_points.of_school;
    return gis::major_roads_on(*walking.streets, walks, walks.walk[pair.walk], reach.access_points.of_school, givers);
}

} // namespace fieldgap
