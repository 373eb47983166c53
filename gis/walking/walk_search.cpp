#include "gis/walking/walk_search.hpp"

#include "gis/walking/route_ends.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace gis {
namespace {

constexpr std::uint32_t no_stop = 0xFFFFFFFFU;
constexpr std::uint32_t first_root = 0xFFFFFFF0U; ///< of the values of a label's way that are no hops

constexpr std::uint32_t root(RouteEnd leaves)
{
    return first_root + static_cast<std::uint32_t>(leaves);
}

constexpr bool is_root(std::uint32_t way)
{
    return way >= first_root;
}

constexpr RouteEnd leaves_of(std::uint32_t way)
{
    return static_cast<RouteEnd>(way - first_root);
}

} // namespace

WalkSearch::WalkSearch(const SearchContext& ground)
    : ground_(ground), labels_(ground.states.stop_count()), slot_of_target_(ground.targets.site_count())
{
}

void WalkSearch::append_walks(std::uint32_t source, Walks& walks)
{
    start(source);
    std::sort(best_.begin(), best_.end(), [](const Best& a, const Best& b) { return a.target < b.target; });
    for (const Best& best : best_) {
        append(best, walks);
    }
    clear();
}

std::vector<ReachedStop> WalkSearch::reached_from(std::uint32_t source)
{
    start(source);
    std::vector<ReachedStop> reached;
    reached.reserve(reached_.size());
    for (const StopId stop : reached_) {
        reached.push_back({stop, labels_[index(stop)].seconds});
    }
    clear();
    return reached;
}

void WalkSearch::start(std::uint32_t source)
{
    source_ = source;
    const auto access_points = pruned_access_points(ground_.times, ground_.sources, source, Heading::out);
    limit_s_ = is_directed() ? limit_of_nearest_s(access_points) : ground_.limit_s;
    for (const AccessPoint& access_point : access_points) {
        for_each_start(access_point, [&](StopId stop, double seconds, RouteEnd leaves) {
            const Label label{seconds, access_point.access, root(leaves)};
            is_directed() ? reach<true>(stop, label) : reach<false>(stop, label);
        });
        for_each_direct_way(access_point, [&](const TargetBucketEntry& offered, double seconds) {
            offer({seconds, offered.site, access_point.access, offered.access, no_stop, offered.arrives});
        });
    }
    is_directed() ? spread<true>() : spread<false>();
}

/// Of the walks to the nearest targets, and a little more than sums in another order may differ by; below zero where there is none.
double WalkSearch::limit_of_nearest_s(std::span<const AccessPoint> access_points) const
{
    double least_s = std::numeric_limits<double>::infinity();
    for (const AccessPoint& access_point : access_points) {
        for_each_start(access_point, [&](StopId stop, double seconds, RouteEnd) {
            least_s = std::min(least_s, seconds + ground_.seconds_ahead[index(stop)]);
        });
        for_each_direct_way(access_point, [&](const TargetBucketEntry&, double seconds) { least_s = std::min(least_s, seconds); });
    }
    constexpr double rounding = 1e-9;
    constexpr double nowhere_s = -1.0;
    return std::isinf(least_s) ? nowhere_s : least_s + rounding * std::max(least_s, 1.0);
}

/// The stops to which a walk goes first, with the seconds until there.
template <class Visit>
void WalkSearch::for_each_start(const AccessPoint& access_point, const Visit& visit) const
{
    const Access& access = ground_.sources.access[access_point.access];
    const WalkNetwork& network = ground_.times.network();
    for (const AccessSight& sight : ground_.sources.sights_of(access_point.access)) {
        visit(ground_.states.stop(sight.node, state_at_corner(network, sight)),
              (ground_.times.connector(access) + ground_.times.to_corner(sight)).seconds, RouteEnd::sight);
    }
    if (access.edge == no_edge) {
        return;
    }
    for (const bool forward : {true, false}) {
        const StopId stop = ground_.states.stop(end_of(network, access.edge, forward), state_at_end(network, access, forward));
        visit(stop, (ground_.times.connector(access) + ground_.times.to_end(access, forward)).seconds,
              forward ? RouteEnd::forward : RouteEnd::backward);
    }
}

/// The targets that are reached over no node, with the seconds of the whole walk.
template <class Visit>
void WalkSearch::for_each_direct_way(const AccessPoint& access_point, const Visit& visit) const
{
    const Access& access = ground_.sources.access[access_point.access];
    for (const TargetBucketEntry& offered : ground_.targets.on(access.edge)) {
        const Stretch between = ground_.times.between(access, ground_.targets_accesses.access[offered.access]);
        visit(offered, (ground_.times.connector(access) + between).seconds + offered.seconds);
    }
    for (const std::uint32_t square : squares_of(ground_.sources, access_point.access)) {
        for (const TargetBucketEntry& offered : ground_.targets.in(square)) {
            const Access& to = ground_.targets_accesses.access[offered.access];
            const double seconds = (ground_.times.connector(access) + ground_.times.across(access, to, square)).seconds + offered.seconds;
            if (seconds <= ground_.limit_s && sees(ground_.times.network().squares[square], access.on_edge, to.on_edge)) {
                visit(offered, seconds);
            }
        }
    }
}

template <bool directed>
void WalkSearch::spread()
{
    const std::uint32_t* const first_hop = ground_.states.first_hop.data();
    const Hop* const hop = ground_.states.hop.data();
    while (!queue_.is_empty()) {
        const auto [rank, place] = queue_.pop();
        const Label from = labels_[place];
        if (SearchQueue::rank_of(from.seconds) < rank) {
            continue;
        }
        offer_targets(StopId{place}, from);
        for (std::uint32_t i = first_hop[place]; i < first_hop[place + 1]; ++i) {
            reach<directed>(hop[i].head, {from.seconds + static_cast<double>(hop[i].seconds), from.source_access, i});
        }
    }
}

template <bool directed>
void WalkSearch::reach(StopId stop, const Label& label)
{
    Label& known = labels_[index(stop)];
    if (label.seconds < known.seconds) {
        const double ahead_s = directed ? ground_.seconds_ahead[index(stop)] : 0.0;
        if (!(label.seconds + ahead_s <= limit_s_)) {
            return;
        }
        if (known.seconds == not_reached_s) {
            reached_.push_back(stop);
        }
        known = label;
        queue_.push(label.seconds, index(stop));
    } else if (label.seconds == known.seconds && goes_before(label, known)) {
        known = label;
        queue_.push(label.seconds, index(stop)); // for what is reached from there already
    }
}

/// Which of two equal ways to one stop is kept. Over a hop that takes no time only a smaller access decides: two stops that are no walk
/// apart must not become each other's way.
bool WalkSearch::goes_before(const Label& label, const Label& known) const
{
    if (label.source_access != known.source_access || is_root(label.way)) {
        return std::tie(label.source_access, label.way) < std::tie(known.source_access, known.way);
    }
    const bool takes_time = ground_.states.hop[label.way].seconds > 0.0F;
    return takes_time && (is_root(known.way) || ground_.states.arc[label.way] < ground_.states.arc[known.way]);
}

void WalkSearch::offer_targets(StopId stop, const Label& label)
{
    for (const TargetBucketEntry& offered : ground_.targets.at(stop)) {
        offer({label.seconds + offered.seconds, offered.site, label.source_access, offered.access, index(stop), offered.arrives});
    }
}

void WalkSearch::offer(const Best& best)
{
    if (!(best.seconds <= limit_s_) || (ground_.same_sites && best.target == source_)) {
        return;
    }
    std::uint32_t& slot = slot_of_target_[best.target];
    if (slot >= best_.size() || best_[slot].target != best.target) {
        slot = static_cast<std::uint32_t>(best_.size());
        best_.push_back(best);
        return;
    }
    // A walk over no node goes before all others.
    const auto key = [](const Best& one) { return std::tuple(one.seconds, one.source_access, one.target_access, one.stop + 1); };
    if (key(best) < key(best_[slot])) {
        best_[slot] = best;
    }
}

void WalkSearch::clear()
{
    for (const StopId stop : reached_) {
        labels_[index(stop)] = Label();
    }
    reached_.clear();
    best_.clear();
}

void WalkSearch::append(const Best& best, Walks& walks)
{
    Walk walk{source_, best.target, best.seconds, 0.0, best.source_access, best.target_access, 0, 0, {}, best.arrives, best.arrives};
    arcs_.clear();
    walk.metres = best.stop == no_stop ? direct_m(best) : trace(best, walk);
    if (ground_.routes) {
        walk.first_arc = static_cast<std::uint32_t>(walks.arc.size());
        walk.arc_count = static_cast<std::uint32_t>(arcs_.size());
        walks.arc.insert(walks.arc.end(), arcs_.rbegin(), arcs_.rend());
    }
    walks.walk.push_back(walk);
}

double WalkSearch::direct_m(const Best& best) const
{
    const Access& from = ground_.sources.access[best.source_access];
    const Access& to = ground_.targets_accesses.access[best.target_access];
    const Stretch between =
        best.arrives == RouteEnd::along_edge ? ground_.times.between(from, to) : Stretch{0.0, distance_m(from.on_edge, to.on_edge)};
    return (ground_.times.connector(from) + between + ground_.times.connector(to)).metres;
}

/// The arcs from the last to the first, and where and how the walk begins; its metres.
double WalkSearch::trace(const Best& best, Walk& walk)
{
    StopId stop{best.stop};
    for (; !is_root(labels_[index(stop)].way); stop = ground_.states.tail[labels_[index(stop)].way]) {
        arcs_.push_back(ground_.states.arc[labels_[index(stop)].way]);
    }
    const Label& first = labels_[index(stop)];
    walk.source_access = first.source_access;
    walk.leaves = leaves_of(first.way);
    walk.first_node = ground_.states.node_of(stop);
    double metres = way_out(ground_.times, ground_.sources, walk.source_access, walk.leaves, walk.first_node).metres;
    for (auto arc = arcs_.rbegin(); arc != arcs_.rend(); ++arc) {
        metres += static_cast<double>(ground_.times.network().edge_length_m[index(edge_of(*arc))]);
    }
    const NodeId last_node = ground_.states.node_of(StopId{best.stop});
    return metres + way_in(ground_.times, ground_.targets_accesses, walk.target_access, walk.arrives, last_node).metres;
}

} // namespace gis
