#include "gis/walking/near_nodes.hpp"

#include <algorithm>

namespace gis {

void NearNodes::begin(double limit)
{
    limit_ = limit;
    labels_.clear();
    queue_.clear();
}

void NearNodes::leave(NodeId node, std::uint32_t state, double cost)
{
    for (std::uint32_t i = network_.first_arc[index(node)]; i < network_.first_arc[index(node) + 1]; ++i) {
        const ArcId arc = network_.arc[i];
        if (const auto after = state_after(static_cast<WalkState>(state), network_.is_private(edge_of(arc)))) {
            reach(network_.head[i], static_cast<std::uint32_t>(*after), cost + costs_(arc));
        }
    }
}

void NearNodes::reach(NodeId node, std::uint32_t state, double cost)
{
    if (!(cost <= limit_)) {
        return;
    }
    std::uint32_t slot = slot_of_node_[index(node)];
    if (slot >= labels_.size() || labels_[slot].node != node) {
        slot = static_cast<std::uint32_t>(labels_.size());
        slot_of_node_[index(node)] = slot;
        labels_.push_back({node, {never, never, never}});
    }
    // A walk in an earlier state may go on as one in a later state may.
    std::array<double, states>& known = labels_[slot].cost;
    if (cost < *std::min_element(known.begin(), known.begin() + state + 1)) {
        known[state] = cost;
        queue_.push(cost, slot * states + state);
    }
}

void start_at_site(const WalkTimes& times, const SiteAccesses& sites, std::size_t site, Heading heading, NearNodes& near)
{
    for (const AccessPoint& point : pruned_access_points(times, sites, site, heading)) {
        visit_first_nodes(times, sites.access[point.access], sites.sights_of(point.access), heading,
                          [&near](NodeId node, WalkState state, double seconds) { near.start_at(node, state, seconds); });
    }
}

} // namespace gis
