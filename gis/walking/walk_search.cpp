#include "gis/walking/walk_search.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace gis {
namespace {

constexpr ArcId no_arc{0xFFFFFFFFU};
constexpr std::uint32_t no_slot = 0xFFFFFFFFU;

NodeId end_of(const WalkNetwork& network, EdgeId edge, bool forward)
{
    return forward ? network.edge_to[index(edge)] : network.edge_from[index(edge)];
}

} // namespace

std::vector<Hop> hops(const WalkTimes& times)
{
    const WalkNetwork& network = times.network();
    std::vector<Hop> all(network.head.size());
    tbb::parallel_for(std::size_t{0}, all.size(), [&](std::size_t i) {
        const ArcId arc = network.arc[i];
        all[i] = {network.head[i], arc, times.whole_s(arc), network.edge_length_m[index(edge_of(arc))]};
    });
    return all;
}

WalkSearch::WalkSearch(const SearchContext& ground)
    : ground_(ground), slot_of_node_(ground.times.network().node_count()), slot_of_target_(ground.targets.site_count())
{
}

void WalkSearch::append_walks(std::uint32_t source, Walks& walks)
{
    start(source);
    spread();
    std::sort(best_.begin(), best_.end(), [](const Best& a, const Best& b) { return a.target < b.target; });
    for (const Best& best : best_) {
        append(best, walks);
    }
}

void WalkSearch::start(std::uint32_t source)
{
    source_ = source;
    labels_.clear();
    queue_.clear();
    best_.clear();
    const auto access_points = pruned_access_points(ground_.times, ground_.sources, source, Heading::out);
    limit_s_ = ground_.seconds_ahead.empty() ? ground_.limit_s : limit_of_nearest_s(access_points);
    for (const AccessPoint& access_point : access_points) {
        start_at(access_point);
        offer_along_edge(access_point);
    }
}

/// Of the walks to the nearest targets, and a little more than sums in another order may differ by; below zero where there is none.
double WalkSearch::limit_of_nearest_s(std::span<const AccessPoint> access_points) const
{
    double least_s = std::numeric_limits<double>::infinity();
    for (const AccessPoint& access_point : access_points) {
        const Access& access = ground_.sources.access[access_point.access];
        const double connector_s = ground_.times.connector(access).seconds;
        for (const bool forward : {true, false}) {
            const NodeId node = end_of(ground_.times.network(), access_point.edge, forward);
            least_s = std::min(least_s, connector_s + ground_.times.to_end(access, forward).seconds + ahead_s(node));
        }
        for (const TargetBucketEntry& offered : ground_.targets.on(access_point.edge)) {
            const double between_s = ground_.times.between(access, ground_.targets_accesses.access[offered.access]).seconds;
            least_s = std::min(least_s, connector_s + between_s + offered.rest.seconds);
        }
    }
    constexpr double rounding = 1e-9;
    constexpr double nowhere_s = -1.0;
    return std::isinf(least_s) ? nowhere_s : least_s + rounding * std::max(least_s, 1.0);
}

void WalkSearch::start_at(const AccessPoint& access_point)
{
    const Access& access = ground_.sources.access[access_point.access];
    for (const bool forward : {true, false}) {
        const Stretch way = ground_.times.connector(access) + ground_.times.to_end(access, forward);
        const NodeId node = end_of(ground_.times.network(), access_point.edge, forward);
        reach({way.seconds, way.metres, node, access_point.access, no_arc, false});
    }
}

void WalkSearch::offer_along_edge(const AccessPoint& access_point)
{
    const Access& access = ground_.sources.access[access_point.access];
    for (const TargetBucketEntry& offered : ground_.targets.on(access_point.edge)) {
        const Access& to = ground_.targets_accesses.access[offered.access];
        offer({offered.site, access_point.access, offered.access, no_slot,
               ground_.times.connector(access) + ground_.times.between(access, to) + offered.rest});
    }
}

void WalkSearch::spread()
{
    while (!queue_.is_empty()) {
        const std::uint32_t slot = queue_.pop().slot;
        if (labels_[slot].is_settled) {
            continue;
        }
        labels_[slot].is_settled = true;
        const Label label = labels_[slot]; // a copy, for `labels_` grows
        offer_targets(label, slot);
        leave(label);
    }
}

void WalkSearch::leave(const Label& from)
{
    const auto& first_arc = ground_.times.network().first_arc;
    for (std::uint32_t i = first_arc[index(from.node)]; i < first_arc[index(from.node) + 1]; ++i) {
        const Hop& hop = ground_.hops[i];
        reach({from.seconds + static_cast<double>(hop.seconds), from.metres + static_cast<double>(hop.metres), hop.head, from.source_access,
               hop.arc, false});
    }
}

void WalkSearch::reach(const Label& label)
{
    if (!(label.seconds + ahead_s(label.node) <= limit_s_)) {
        return;
    }
    const std::uint32_t slot = slot_of_node_[index(label.node)];
    if (slot >= labels_.size() || labels_[slot].node != label.node) {
        const auto new_slot = static_cast<std::uint32_t>(labels_.size());
        slot_of_node_[index(label.node)] = new_slot;
        labels_.push_back(label);
        queue_.push({label.seconds, new_slot});
        return;
    }
    Label& known = labels_[slot];
    if (label.seconds < known.seconds) {
        known = label;
        queue_.push({label.seconds, slot});
    } else if (label.seconds == known.seconds && !known.is_settled &&
               std::tie(label.source_access, label.arc) < std::tie(known.source_access, known.arc)) {
        known = label;
    }
}

void WalkSearch::offer_targets(const Label& label, std::uint32_t slot)
{
    for (const TargetBucketEntry& offered : ground_.targets.at(label.node)) {
        offer({offered.site, label.source_access, offered.access, slot, Stretch{label.seconds, label.metres} + offered.rest});
    }
}

void WalkSearch::offer(const Best& best)
{
    if (!(best.way.seconds <= limit_s_) || (ground_.same_sites && best.target == source_)) {
        return;
    }
    std::uint32_t& slot = slot_of_target_[best.target];
    if (slot >= best_.size() || best_[slot].target != best.target) {
        slot = static_cast<std::uint32_t>(best_.size());
        best_.push_back(best);
        return;
    }
    const auto key = [this](const Best& one) {
        const std::uint32_t node = one.slot == no_slot ? 0 : index(labels_[one.slot].node) + 1;
        return std::tuple(one.way.seconds, one.source_access, one.target_access, node);
    };
    if (key(best) < key(best_[slot])) {
        best_[slot] = best;
    }
}

void WalkSearch::append(const Best& best, Walks& walks) const
{
    Walk walk{source_, best.target, best.way.seconds, best.way.metres, best.source_access, best.target_access, 0, 0};
    if (ground_.routes) {
        walk.first_arc = static_cast<std::uint32_t>(walks.arc.size());
        append_arcs(best.slot, walks.arc);
        walk.arc_count = static_cast<std::uint32_t>(walks.arc.size()) - walk.first_arc;
    }
    walks.walk.push_back(walk);
}

void WalkSearch::append_arcs(std::uint32_t slot, std::vector<ArcId>& arcs) const
{
    const WalkNetwork& network = ground_.times.network();
    const auto begin = static_cast<std::ptrdiff_t>(arcs.size());
    while (slot != no_slot && labels_[slot].arc != no_arc) {
        const ArcId arc = labels_[slot].arc;
        arcs.push_back(arc);
        const NodeId tail = is_backward(arc) ? network.edge_to[index(edge_of(arc))] : network.edge_from[index(edge_of(arc))];
        slot = slot_of_node_[index(tail)];
    }
    std::reverse(arcs.begin() + begin, arcs.end());
}

} // namespace gis
