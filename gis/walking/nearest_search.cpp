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

/// Dijkstra's algorithm against the arcs, from all targets at once. Seen from its end a walk has the same states.
class SecondsAhead
{
public:
    SecondsAhead(const WalkTimes& times, const WalkStates& states, const Targets& targets)
        : times_(times), states_(states), seconds_(states.stop_count(), anywhere_s)
    {
        for (std::uint32_t node = 0; node < times.network().node_count(); ++node) {
            // Where a walk may still arrive from its last state, it has only private ways ahead.
            offer_all(NodeId{node}, targets, WalkState::private_again, WalkState::only_private);
            offer_all(NodeId{node}, targets, WalkState::on_public, WalkState::on_public);
        }
        spread();
    }

    /// By the stop of the walk that is to go on. One on a public way may go on by public ways and then private ones, or by these alone.
    std::vector<double> of_stops() const
    {
        std::vector<double> ahead = seconds_;
        for (std::uint32_t node = 0; node < times_.network().node_count(); ++node) {
            if (states_.has_states(NodeId{node})) {
                const auto at = [&](WalkState state) { return index(states_.stop(NodeId{node}, state)); };
                const double private_s = seconds_[at(WalkState::only_private)];
                const double public_s = std::min(private_s, seconds_[at(WalkState::on_public)]);
                ahead[at(WalkState::private_again)] = private_s;
                ahead[at(WalkState::on_public)] = public_s;
                ahead[at(WalkState::only_private)] = std::min(public_s, seconds_[at(WalkState::private_again)]);
            }
        }
        return ahead;
    }

private:
    void offer_all(NodeId node, const Targets& targets, WalkState arriving, WalkState ahead)
    {
        for (const TargetBucketEntry& offered : targets.at(states_.stop(node, arriving))) {
            offer(states_.stop(node, ahead), offered.seconds);
        }
    }

    void offer(StopId stop, double seconds)
    {
        if (seconds < seconds_[index(stop)]) {
            seconds_[index(stop)] = seconds;
            queue_.push(seconds, index(stop));
        }
    }

    void spread()
    {
        while (!queue_.is_empty()) {
            const auto [rank, stop] = queue_.pop();
            const double seconds = seconds_[stop];
            if (SearchQueue::rank_of(seconds) < rank) {
                continue;
            }
            throw_if_interrupted();
            for (std::uint32_t i = states_.first_hop[stop]; i < states_.first_hop[stop + 1]; ++i) {
                offer(states_.hop[i].head, seconds + static_cast<double>(times_.whole_s(way_back(states_.arc[i]))));
            }
        }
    }

    const WalkTimes& times_;
    const WalkStates& states_;
    std::vector<double> seconds_; ///< by the stop of the rest of a walk
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
    const WalkStates states = walk_states(times);
    const Targets access_points(times, states, targets, &wanted, anywhere_s);
    const std::vector<double> ahead = SecondsAhead(times, states, access_points).of_stops();
    const SearchContext ground{times, states, sources, targets, access_points, anywhere_s, false, false, ahead};
    return first_of_each_source(walks_of_sources(ground, &looking).walk);
}

} // namespace gis
