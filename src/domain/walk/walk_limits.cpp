#include "domain/walk/walk_limits.hpp"

namespace fieldgap {
namespace {

constexpr double seconds_per_minute = 60.0;

} // namespace

gis::ReachSettings walk_limits(const WalkSettings& walk)
{
    gis::ReachSettings limits;
    limits.pace = {walk.speed_m_per_min, walk.crossing_s, walk.steps_factor};
    limits.limit_s = walk.minutes * seconds_per_minute;
    return limits;
}

double limit_with_slack_s(const gis::ReachSettings& limits)
{
    return limits.limit_s + limits.slack_m / limits.pace.speed_m_per_min * seconds_per_minute;
}

} // namespace fieldgap
