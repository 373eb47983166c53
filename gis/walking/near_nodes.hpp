#pragma once
// How far all the nodes around are, from a site or to it.

#include "gis/walking/access_points.hpp"
#include "gis/walking/search_queue.hpp"

#include <array>
#include <limits>

namespace gis {

/// What an arc costs, whichever way the search goes over it. Borrows the values.
class ArcCosts
{
public:
    /// Seconds of walks that set out (`Heading::out`), or that arrive. `seconds_of_arc` as `arc_seconds` gives it.
    ArcCosts(std::span<const float> seconds_of_arc, Heading heading) : values_(seconds_of_arc), flip_(heading == Heading::in ? 1 : 0) {}

    /// Metres, the same both ways.
    explicit ArcCosts(const WalkNetwork& network) : values_(network.edge_length_m), shift_(1) {}

    double operator()(ArcId arc) const { return static_cast<double>(values_[(index(arc) ^ flip_) >> shift_]); }

private:
    std::span<const float> values_;
    std::uint32_t flip_ = 0;
    std::uint32_t shift_ = 0;
};

/// Dijkstra's algorithm, bounded, on memory that is kept from search to search. Private ways are walked at the beginning and at the end
/// alone, so a node has a label for each state of the walk; a search against the arcs reads walks from their ends, by the same rule.
class NearNodes
{
public:
    struct Label
    {
        NodeId node{};
        std::array<double, 3> cost; ///< by WalkState

        /// Of a walk that may go on over public ways.
        double before_public() const { return std::min(cost[0], cost[1]); }
        double least() const { return std::min(before_public(), cost[2]); }
    };

    /// `network` must outlive it, and so must what `costs` borrows.
    NearNodes(const WalkNetwork& network, ArcCosts costs) : network_(network), costs_(costs), slot_of_node_(network.node_count()) {}

    /// Forgets the last search.
    void begin(double limit);

    /// Before `spread`.
    void start_at(NodeId node, WalkState state, double cost) { reach(node, static_cast<std::uint32_t>(state), cost); }

    /// Goes on from the nodes that `may_matter` (NodeId, cost) says may be of use.
    template <class MayMatter>
    void spread(const MayMatter& may_matter)
    {
        while (!queue_.is_empty()) {
            const SearchQueue::Entry next = queue_.pop();
            const Label& from = labels_[next.place / states];
            const std::uint32_t state = next.place % states;
            const double cost = from.cost[state];
            if (SearchQueue::rank_of(cost) == next.rank && may_matter(from.node, cost)) {
                leave(from.node, state, cost);
            }
        }
    }

    /// In the order in which the nodes were first seen.
    const std::vector<Label>& labels() const { return labels_; }

    /// nullptr: not within the limit.
    const Label* find(NodeId node) const
    {
        const std::uint32_t slot = slot_of_node_[index(node)];
        return slot < labels_.size() && labels_[slot].node == node ? &labels_[slot] : nullptr;
    }

private:
    static constexpr std::uint32_t states = 3;
    static constexpr double never = std::numeric_limits<double>::infinity();

    void leave(NodeId node, std::uint32_t state, double cost);
    void reach(NodeId node, std::uint32_t state, double cost);

    const WalkNetwork& network_;
    ArcCosts costs_;
    double limit_ = 0.0;
    std::vector<std::uint32_t> slot_of_node_; ///< right exactly where the label names the node too
    std::vector<Label> labels_;
    SearchQueue queue_;
};

/// Calls `visit` (NodeId, WalkState, seconds) with the nodes to which one comes first from an access, or from which one comes last to it
/// (`Heading::in`): over the edge that it joins, and over squares, by `sights`.
template <class Visit>
void visit_first_nodes(const WalkTimes& times, const Access& access, std::span<const AccessSight> sights, Heading heading,
                       const Visit& visit)
{
    const bool out = heading == Heading::out;
    const double connector_s = times.connector(access).seconds;
    for (const AccessSight& sight : sights) {
        const Stretch way = out ? times.to_corner(sight) : times.from_corner(sight);
        visit(sight.node, state_at_corner(times.network(), sight), connector_s + way.seconds);
    }
    if (access.edge == no_edge) {
        return;
    }
    for (const bool at_to : {true, false}) {
        const Stretch way = out ? times.to_end(access, at_to) : times.from_end(access, !at_to);
        visit(end_of(times.network(), access.edge, at_to), state_at_end(times.network(), access, at_to), connector_s + way.seconds);
    }
}

/// Begins where the site's accesses lead: by `Heading::in` for walks that end at the site.
void start_at_site(const WalkTimes& times, const SiteAccesses& sites, std::size_t site, Heading heading, NearNodes& near);

} // namespace gis
