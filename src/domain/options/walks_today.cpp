#include "domain/options/walks_today.hpp"

#include "domain/walk/walk_limits.hpp"

#include <algorithm>
#include <utility>

namespace fieldgap {
namespace {

gis::ReachSettings twice_the_limit(const WalkSettings& walk)
{
    gis::ReachSettings limits = walk_limits(walk);
    limits.limit_s *= 2.0;
    limits.routes = false;
    return limits;
}

void add_walks_today(const OptionGround& ground, Channel channel, std::vector<GateOption>& options)
{
    const SiteAccess& access_points = ground.analysed().results.reach.access_points;
    const gis::SiteAccesses& givers = channel == Channel::rent ? access_points.of_venue : access_points.of_school;
    std::vector<bool> walks(access_points.of_school.site_count(), false);
    std::vector<bool> gives(givers.site_count(), false);
    for (const GateOption& option : options) {
        if (option.gained.channel == channel) {
            walks[index(option.school)] = true;
            gives[option.gained.position] = true;
        }
    }
    const gis::Walks found =
        gis::walks_within(ground.streets(), ground.seconds_of_arc(), access_points.of_school, givers,
                          twice_the_limit(ground.measured().settings.walk), {&walks, &gives, channel == Channel::share});
    const auto comes_before = [](const gis::Walk& walk, const std::pair<std::size_t, std::uint32_t>& wanted) {
        return std::pair<std::size_t, std::uint32_t>(walk.source, walk.target) < wanted;
    };
    for (GateOption& option : options) {
        const std::pair<std::size_t, std::uint32_t> wanted(index(option.school), option.gained.position);
        const auto walk = std::lower_bound(found.walk.begin(), found.walk.end(), wanted, comes_before);
        if (option.gained.channel == channel && walk != found.walk.end() && walk->source == wanted.first && walk->target == wanted.second) {
            option.walk_before_s = walk->seconds;
        }
    }
}

} // namespace

void add_walks_today(const OptionGround& ground, std::vector<GateOption>& options)
{
    for (const Channel channel : {Channel::rent, Channel::share}) {
        add_walks_today(ground, channel, options);
    }
}

} // namespace fieldgap
