#include "gis/walking/near_nodes.hpp"

#include <algorithm>

namespace gis {

void NearNodes::begin(double limit)
{
    limit_ = limit;
    labels_.clear();
    queue_.clear();
}

void NearNodes::start_at(NodeId node, bool by_private, double cost)
{
    reach(node, by_private ? 0 : 1, cost);
}

void NearNodes::leave(NodeId node, std::uint32_t state, double cost)
{
    for (std::uint32_t i = network_.first_arc[index(node)]; i < network_.first_arc[index(node) + 1]; ++i) {
        const ArcId arc = network_.arc[i];
        const bool is_private = network_.is_private(edge_of(arc));
        if (is_private || state < 2) {
            const std::uint32_t after = !is_private ? 1 : state == 0 ? 0 : 2;
            reach(network_.head[i], after, cost + costs_(arc));
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
        queue_.push({cost, slot * states + state});
    }
}

void start_at_site(const WalkTimes& times, const SiteAccesses& sites, std::size_t site, Heading heading, NearNodes& near)
{
    const WalkNetwork& network = times.network();
    for (const AccessPoint& point : pruned_access_points(times, sites, site, heading)) {
        const Access& access = sites.access[point.access];
        const double connector_s = times.connector(access).seconds;
        for (const bool forward : {true, false}) {
            const bool at_end = forward == (heading == Heading::out);
            const NodeId node = at_end ? network.edge_to[index(point.edge)] : network.edge_from[index(point.edge)];
            const Stretch along = heading == Heading::out ? times.to_end(access, forward) : times.from_end(access, forward);
            near.start_at(node, network.is_private(point.edge), connector_s + along.seconds);
        }
    }
}

} // namespace gis
