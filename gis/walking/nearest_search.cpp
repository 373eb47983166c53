#include "gis/walking/nearest_search.hpp"

#include "gis/interrupt.hpp"
#include "gis/walking/source_searches.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace gis {
namespace {

constexpr double anywhere_s = std::numeric_limits<double>::infinity();

ArcId way_back(ArcId arc)
{
    return ArcId{index(arc) ^ 1U};
}

/// Dijkstra's algorithm against the arcs, from all targets at once.
class SecondsAhead
{
public:
    SecondsAhead(const WalkTimes& times, const Targets& targets) : times_(times), seconds_(times.network().node_count(), anywhere_s)
    {
        for (std::uint32_t node = 0; node < seconds_.size(); ++node) {
            for (const TargetBucketEntry& offered : targets.at(NodeId{node})) {
                offer(NodeId{node}, offered.rest.seconds);
            }
        }
        spread();
    }

    const std::vector<double>& of_nodes() const { return seconds_; }

private:
    void offer(NodeId node, double seconds)
    {
        if (seconds < seconds_[index(node)]) {
            seconds_[index(node)] = seconds;
            queue_.push({seconds, index(node)});
        }
    }

    void spread()
    {
        const WalkNetwork& network = times_.network();
        while (!queue_.is_empty()) {
            const SearchQueue::Entry next = queue_.pop();
            if (next.seconds > seconds_[next.slot]) {
                continue;
            }
            throw_if_interrupted();
            for (std::uint32_t i = network.first_arc[next.slot]; i < network.first_arc[next.slot + 1]; ++i) {
                offer(network.head[i], next.seconds + static_cast<double>(times_.whole_s(way_back(network.arc[i]))));
            }
        }
    }

    const WalkTimes& times_;
    std::vector<double> seconds_;
    SearchQueue queue_;
};

/// The first of each source by seconds, then target. `walks` stand by source.
std::vector<Walk> first_of_each_source(const std::vector<Walk>& walks)
{
    std::vector<Walk> first;
    for (const Walk& walk : walks) {
        if (first.empty() || first.back().source != walk.source) {
            first.push_back(walk);
        } else if (std::tie(walk.seconds, walk.target) < std::tie(first.back().seconds, first.back().target)) {
            first.back() = walk;
        }
    }
    return first;
}

} // namespace

std::vector<Walk> nearest_walks(const WalkTimes& times, const SiteAccesses& sources, const std::vector<bool>& looking,
                                const SiteAccesses& targets, const std::vector<bool>& wanted)
{
    const Targets access_points(times, targets, &wanted, anywhere_s);
    const SecondsAhead ahead(times, access_points);
    const std::vector<Hop> all_hops = hops(times);
    const SearchContext ground{times, all_hops, sources, targets, access_points, anywhere_s, false, false, ahead.of_nodes()};
    return first_of_each_source(walks_of_sources(ground, &looking).walk);
}

} // namespace gis
