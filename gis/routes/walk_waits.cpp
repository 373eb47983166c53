#include "gis/routes/walk_waits.hpp"

namespace gis {
namespace {

bool has_signal(const WalkNetwork& network, NodeId node)
{
    return network.node_signal[index(node)] != 0;
}

/// Whether it comes to the first node from elsewhere.
bool comes_to_first_node(const WalkNetwork& network, const Walk& walk, const Access& from)
{
    switch (walk.leaves) {
    case RouteEnd::forward: return from.fraction < 1.0F;
    case RouteEnd::backward: return from.fraction > 0.0F;
    case RouteEnd::sight: return distance_m(from.on_edge, network.at(walk.first_node)) > 0.0;
    case RouteEnd::along_edge:
    case RouteEnd::across: return false;
    }
    return false;
}

bool waits_after(const WalkNetwork& network, ArcId arc)
{
    const EdgeId edge = edge_of(arc);
    // Both ends of a passage are one place.
    return !network.is_passage(edge) &&
           has_signal(network, is_backward(arc) ? network.edge_from[index(edge)] : network.edge_to[index(edge)]);
}

/// Whether its last edge ends at the giver's entry, at a signal.
bool waits_at_end(const WalkNetwork& network, const Walk& walk, const Access& from, const Access& to)
{
    const bool is_along = walk.arrives == RouteEnd::along_edge;
    if (is_along && from.fraction == to.fraction) {
        return false;
    }
    const bool is_forward = is_along ? to.fraction > from.fraction : walk.arrives == RouteEnd::forward;
    const bool is_backward = is_along ? to.fraction < from.fraction : walk.arrives == RouteEnd::backward;
    return (is_forward && to.fraction >= 1.0F && waits_after(network, ArcId{index(to.edge) * 2})) ||
           (is_backward && to.fraction <= 0.0F && waits_after(network, ArcId{index(to.edge) * 2 + 1}));
}

} // namespace

std::uint32_t waits_on(const WalkNetwork& network, const Walks& walks, const Walk& walk, const SiteAccesses& sources,
                       const SiteAccesses& targets)
{
    const Access& from = sources.access[walk.source_access];
    const Access& to = targets.access[walk.target_access];
    std::uint32_t waits = comes_to_first_node(network, walk, from) && has_signal(network, walk.first_node) ? 1U : 0U;
    for (const ArcId arc : std::span(walks.arc).subspan(walk.first_arc, walk.arc_count)) {
        waits += waits_after(network, arc) ? 1U : 0U;
    }
    return waits + (waits_at_end(network, walk, from, to) ? 1U : 0U);
}

} // namespace gis
