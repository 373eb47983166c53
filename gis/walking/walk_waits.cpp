#include "gis/walking/walk_waits.hpp"

#include <cmath>
#include <limits>
#include <optional>

namespace gis {
namespace {

/// How much of its edge lies between the access and one of its ends.
double share_to(const WalkNetwork& network, const Access& access, NodeId end)
{
    const auto fraction = static_cast<double>(access.fraction);
    return network.edge_to[index(access.edge)] == end ? 1.0 - fraction : fraction;
}

NodeId head_of(const WalkNetwork& network, ArcId arc)
{
    return is_backward(arc) ? network.edge_from[index(edge_of(arc))] : network.edge_to[index(edge_of(arc))];
}

NodeId tail_of(const WalkNetwork& network, ArcId arc)
{
    return is_backward(arc) ? network.edge_to[index(edge_of(arc))] : network.edge_from[index(edge_of(arc))];
}

/// The one node of a walk without whole edges: that by which it is as long as it is. None where it leads along one edge.
std::optional<NodeId> only_node(const WalkNetwork& network, const Walk& walk, const Access& from, const Access& to)
{
    const auto length_m = [&network](const Access& access) { return static_cast<double>(network.edge_length_m[index(access.edge)]); };
    const double on_edges_m = walk.metres - static_cast<double>(from.connector_m) - static_cast<double>(to.connector_m);
    std::optional<NodeId> node;
    double least_off_m = std::numeric_limits<double>::infinity();
    if (from.edge == to.edge) {
        const double between_m = std::fabs(static_cast<double>(from.fraction) - static_cast<double>(to.fraction)) * length_m(from);
        least_off_m = std::fabs(between_m - on_edges_m);
    }
    for (const NodeId end : {network.edge_from[index(from.edge)], network.edge_to[index(from.edge)]}) {
        const bool is_common = end == network.edge_from[index(to.edge)] || end == network.edge_to[index(to.edge)];
        const double over_m = share_to(network, from, end) * length_m(from) + share_to(network, to, end) * length_m(to);
        if (is_common && std::fabs(over_m - on_edges_m) < least_off_m) {
            least_off_m = std::fabs(over_m - on_edges_m);
            node = end;
        }
    }
    return node;
}

} // namespace

std::uint32_t waits_on(const WalkNetwork& network, const Walks& walks, const Walk& walk, const SiteAccesses& sources,
                       const SiteAccesses& targets)
{
    const Access& from = sources.access[walk.source_access];
    const Access& to = targets.access[walk.target_access];
    const auto arcs = std::span(walks.arc).subspan(walk.first_arc, walk.arc_count);
    const auto waits_at = [&network](NodeId node) -> std::uint32_t { return network.node_signal[index(node)] != 0 ? 1 : 0; };

    const auto first = arcs.empty() ? only_node(network, walk, from, to) : std::optional(tail_of(network, arcs.front()));
    if (!first) {
        const bool forward = to.fraction > from.fraction;
        const bool ends_at_node = from.fraction != to.fraction && to.fraction == (forward ? 1.0F : 0.0F);
        return ends_at_node ? waits_at(forward ? network.edge_to[index(to.edge)] : network.edge_from[index(to.edge)]) : 0;
    }
    std::uint32_t waits = share_to(network, from, *first) > 0.0 ? waits_at(*first) : 0;
    for (const ArcId arc : arcs) {
        waits += waits_at(head_of(network, arc));
    }
    const NodeId last = arcs.empty() ? *first : head_of(network, arcs.back());
    const bool ends_at_other_end = share_to(network, to, last) >= 1.0;
    const NodeId other = network.edge_to[index(to.edge)] == last ? network.edge_from[index(to.edge)] : network.edge_to[index(to.edge)];
    return waits + (ends_at_other_end ? waits_at(other) : 0);
}

} // namespace gis
