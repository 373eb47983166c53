#include "gis/network/bounded_search.hpp"

#include "gis/network/walk_search.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

namespace gis {
namespace {

constexpr std::uint32_t sources_a_task = 16;
constexpr double seconds_per_minute = 60.0;

/// The parts one after the other. Each is freed as soon as it is copied: routes are the largest thing in a run.
Walks concatenated(std::vector<Walks>& parts)
{
    std::size_t walks = 0;
    std::size_t arcs = 0;
    for (const Walks& part : parts) {
        walks += part.walk.size();
        arcs += part.arc.size();
    }
    Walks all;
    all.walk.reserve(walks);
    all.arc.reserve(arcs);
    for (Walks& part : parts) {
        const auto first_arc = static_cast<std::uint32_t>(all.arc.size());
        for (Walk walk : part.walk) {
            walk.first_arc += first_arc;
            all.walk.push_back(walk);
        }
        all.arc.insert(all.arc.end(), part.arc.begin(), part.arc.end());
        part = {};
    }
    return all;
}

} // namespace

Walks walks_within(const WalkNetwork& network, std::span<const float> seconds_of_arc, const SiteAccesses& sources,
                   const SiteAccesses& targets, const ReachSettings& settings, const TakingPart& taking_part)
{
    const WalkTimes times(network, seconds_of_arc, settings.pace);
    const double limit_s = settings.limit_s + settings.slack_m / settings.pace.speed_m_per_min * seconds_per_minute;
    const Targets doors(times, targets, taking_part.targets, limit_s);
    const std::vector<Hop> all_hops = hops(network, seconds_of_arc);
    const SearchGround ground{times, all_hops, sources, targets, doors, limit_s, settings.routes, taking_part.same_sites};

    const auto source_count = static_cast<std::uint32_t>(sources.site_count());
    std::vector<Walks> parts((source_count + sources_a_task - 1) / sources_a_task);
    tbb::enumerable_thread_specific<WalkSearch> searches([&ground] { return WalkSearch(ground); });
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t part) {
        WalkSearch& search = searches.local();
        const auto begin = static_cast<std::uint32_t>(part) * sources_a_task;
        for (std::uint32_t source = begin; source < std::min(begin + sources_a_task, source_count); ++source) {
            if (taking_part.sources == nullptr || (*taking_part.sources)[source]) {
                search.append_walks(source, parts[part]);
            }
        }
    });
    return concatenated(parts);
}

} // namespace gis
