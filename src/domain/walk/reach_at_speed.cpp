#include "domain/walk/reach_at_speed.hpp"

#include "domain/walk/walk_limits.hpp"

namespace fieldgap {
namespace {

gis::ReachSettings limits_at(const WalkSettings& walk, double speed_m_per_min)
{
    gis::ReachSettings limits = walk_limits(walk);
    limits.pace.speed_m_per_min = speed_m_per_min;
    limits.routes = false;
    return limits;
}

ReachedPairs slowed_pairs(const ReachedPairs& faster, double times_longer, double limit_s)
{
    ReachedPairs slower;
    for (ReachedPair pair : faster.pairs) {
        pair.walk_s *= times_longer;
        if (pair.walk_s <= limit_s) {
            slower.pairs.push_back(pair);
        }
    }
    return slower;
}

} // namespace

bool walks_scale_with_speed(const WalkSettings& walk)
{
    return walk.crossing_s == 0.0;
}

Reach reach_at_speed(const MeasuredCity& measured, const Reach& reach, const WalkNetworkView& walking, double speed_m_per_min)
{
    return searched_pairs(measured, reach, walking, limits_at(measured.settings.walk, speed_m_per_min));
}

Reach slowed_reach(const Reach& faster, const WalkSettings& walk, double from_m_per_min, double to_m_per_min)
{
    const double limit_s = limit_with_slack_s(limits_at(walk, to_m_per_min));
    const double times_longer = from_m_per_min / to_m_per_min;
    Reach slower;
    slower.rent = slowed_pairs(faster.rent, times_longer, limit_s);
    slower.share = slowed_pairs(faster.share, times_longer, limit_s);
    return slower;
}

} // namespace fieldgap
