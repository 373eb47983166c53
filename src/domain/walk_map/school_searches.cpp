#include "domain/walk_map/school_searches.hpp"

namespace fieldgap {

SchoolSearches::SchoolSearches(const WalkSettings& walk, const gis::SiteAccesses& from, const WalkNetworkView& walking)
    : speed_m_per_min_(walk.speed_m_per_min), from_(from), pace_{walk.speed_m_per_min, walk.crossing_s, walk.steps_factor},
      seconds_(gis::arc_seconds(*walking.streets, pace_, walking.slope_factor)), times_(*walking.streets, seconds_, pace_),
      states_(gis::walk_states(times_)), no_targets_(times_, states_, no_site_, nullptr, 0.0)
{
}

gis::SearchContext SchoolSearches::context(double limit_s) const
{
    return {times_, states_, from_, no_site_, no_targets_, limit_s, false, false, {}};
}

double SchoolSearches::limit_s(double minutes) const
{
    constexpr double seconds_per_minute = 60.0;
    return seconds_per_minute * (minutes + gis::ReachSettings().slack_m / speed_m_per_min_);
}

} // namespace fieldgap
