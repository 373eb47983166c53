#include "gis/walking/bounded_search.hpp"

#include "gis/walking/source_searches.hpp"

namespace gis {
namespace {

constexpr double seconds_per_minute = 60.0;

} // namespace

Walks walks_within(const WalkNetwork& network, std::span<const float> seconds_of_arc, const SiteAccesses& sources,
                   const SiteAccesses& targets, const ReachSettings& settings, const TakingPart& taking_part)
{
    const WalkTimes times(network, seconds_of_arc, settings.pace);
    const double limit_s = settings.limit_s + settings.slack_m / settings.pace.speed_m_per_min * seconds_per_minute;
    const WalkStates states = walk_states(times);
    const Targets access_points(times, states, targets, taking_part.targets, limit_s);
    return walks_of_sources({times, states, sources, targets, access_points, limit_s, settings.routes, taking_part.same_sites, {}},
                            taking_part.sources);
}

} // namespace gis
