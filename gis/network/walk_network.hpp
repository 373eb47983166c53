#pragma once
// The walk network: parallel arrays, like the field's routing libraries.

#include "gis/geometry/plane.hpp"
#include "gis/network/network_ids.hpp"
#include "gis/network/square.hpp"
#include "gis/streets/streets.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gis {

/// Junctions and the edges between them. Streets' nodes of two edges are points of an edge's line, except where they bar the way or
/// have signals. A barred node is one dead end for each line that ends in it, so that no walk passes; one that lets private ways through is
/// one node for these, with a passage of no length to the dead end of each public line. All lines of sight of one public square end there
/// in one node too.
/// Length and delay are apart, so that one network serves every walking speed.
struct WalkNetwork
{
    // nodes
    std::vector<std::uint32_t> first_arc;  ///< node count + 1; arcs leaving a node stand together
    std::vector<std::uint8_t> node_signal; ///< 1 at a signal-controlled crossing
    // arcs, grouped by the node they leave
    std::vector<NodeId> head;
    std::vector<ArcId> arc; ///< which edge, which way
    // edges
    std::vector<NodeId> edge_from;
    std::vector<NodeId> edge_to;
    std::vector<float> edge_length_m;     ///< along the ellipsoid
    std::vector<std::uint8_t> edge_flags; ///< as `Streets::line_flags`
    std::vector<std::uint32_t> edge_kind; ///< into `kinds`
    std::vector<StreetKind> kinds;
    std::vector<std::uint8_t> edge_in_main; ///< 1 in a connected part of at least 1 km of edges: only these are joined (rule 6)
    std::vector<std::uint32_t> first_point; ///< edge count + 1, into `point`
    std::vector<Point> point;               ///< the edges' lines in the CityPlane, both ends included
    std::vector<Point> light;               ///< traffic lights on edges and nodes, in the CityPlane, by x, then y, each once
    std::vector<Square> squares;            ///< crossed in lines of sight, which are edges between their corners
    /// Where all of the file's streets are and `edge_in_main` is as in the whole file, in the CityPlane; absent: everywhere.
    std::optional<Box> whole_within;

    /// False where streets may be missing that the file has.
    bool is_whole_at(const Point& at) const { return !whole_within || whole_within->meets({at.x, at.y, at.x, at.y}); }

    bool is_steps(EdgeId edge) const { return (edge_flags[index(edge)] & line_steps) != 0; }
    bool is_private(EdgeId edge) const { return (edge_flags[index(edge)] & line_private) != 0; }
    bool is_sight(EdgeId edge) const { return (edge_flags[index(edge)] & line_sight) != 0; }
    /// From the private ways to a public one at a barred node.
    bool is_passage(EdgeId edge) const { return is_sight(edge) && is_private(edge) && edge_length_m[index(edge)] == 0.0F; }

    /// Where a node lies.
    Point at(NodeId node) const
    {
        const ArcId arc_from = arc[first_arc[index(node)]];
        const auto points = line(edge_of(arc_from));
        return is_backward(arc_from) ? points.back() : points.front();
    }

    std::size_t node_count() const { return node_signal.size(); }
    std::size_t edge_count() const { return edge_length_m.size(); }
    std::span<const Point> line(EdgeId edge) const
    {
        return std::span(point).subspan(first_point[index(edge)], first_point[index(edge) + 1] - first_point[index(edge)]);
    }
};

/// Deterministic: the same streets give the same arrays. Takes the streets, so that their memory is free when the network stands.
WalkNetwork build_walk_network(Streets streets, const CityPlane& plane);

} // namespace gis
