#include "domain/walk_map/link_speed.hpp"

#include "gis/routes/walk_waits.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr double seconds_per_minute = 60.0;

} // namespace

double LinkSpeeds::waited_s(Channel channel, const ReachedPair& pair) const
{
    if (walk_.crossing_s == 0.0 || pair.walk == touching) {
        return 0.0;
    }
    const ReachedPairs& pairs = channel == Channel::rent ? reach_.rent : reach_.share;
    const gis::SiteAccesses& givers = channel == Channel::rent ? reach_.access_points.of_venue : reach_.access_points.of_school;
    return walk_.crossing_s *
           gis::waits_on(*walking_.streets, pairs.walks, pairs.walks.walk[pair.walk], reach_.access_points.of_school, givers);
}

double LinkSpeeds::flips_at_m_per_min(Channel channel, const ReachedPair& pair) const
{
    const double waited_s = this->waited_s(channel, pair);
    const double walked_s = std::max(pair.walk_s - waited_s, 0.0);
    const double left_s = walk_.minutes * seconds_per_minute - waited_s;
    return left_s > 0.0 ? walked_s * walk_.speed_m_per_min / left_s : 0.0;
}

} // namespace fieldgap
