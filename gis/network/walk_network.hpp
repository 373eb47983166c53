#pragma once
// The walk network: parallel arrays, like the field's routing libraries.

#include "gis/geometry/plane.hpp"
#include "gis/network/streets.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gis {

enum class NodeId : std::uint32_t {};
enum class EdgeId : std::uint32_t {};
/// 2 x edge for a walk from `edge_from` to `edge_to`, 2 x edge + 1 for the way back.
enum class ArcId : std::uint32_t {};

constexpr std::uint32_t index(NodeId id)
{
    return static_cast<std::uint32_t>(id);
}
constexpr std::uint32_t index(EdgeId id)
{
    return static_cast<std::uint32_t>(id);
}
constexpr std::uint32_t index(ArcId id)
{
    return static_cast<std::uint32_t>(id);
}
constexpr EdgeId edge_of(ArcId arc)
{
    return EdgeId{index(arc) / 2};
}
constexpr bool is_backward(ArcId arc)
{
    return (index(arc) & 1U) != 0;
}

/// Junctions and the edges between them. Streets' nodes of two edges are points of an edge's line, except where they bar the way or
/// have signals. A barred node is one dead end for each line that ends in it, so that no walk passes.
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
    /// Where all of the file's streets are and `edge_in_main` is as in the whole file, in the CityPlane; absent: everywhere.
    std::optional<Box> whole_within;

    /// False where streets may be missing that the file has.
    bool is_whole_at(const Point& at) const { return !whole_within || whole_within->meets({at.x, at.y, at.x, at.y}); }

    bool is_steps(EdgeId edge) const { return (edge_flags[index(edge)] & line_steps) != 0; }
    bool is_private(EdgeId edge) const { return (edge_flags[index(edge)] & line_private) != 0; }
    bool is_sight(EdgeId edge) const { return (edge_flags[index(edge)] & line_sight) != 0; }

    std::size_t node_count() const { return node_signal.size(); }
    std::size_t edge_count() const { return edge_length_m.size(); }
    std::span<const Point> line(EdgeId edge) const
    {
        return std::span(point).subspan(first_point[index(edge)], first_point[index(edge) + 1] - first_point[index(edge)]);
    }
};

/// A connected part of fewer metres of edges is joined by no entry (rule 6).
inline constexpr double main_part_m = 1000.0;

/// Per edge: the length of all edges that are connected with it, itself included.
std::vector<double> part_lengths_m(const WalkNetwork& network);

/// Deterministic: the same streets give the same arrays. Takes the streets, so that their memory is free when the network stands.
WalkNetwork build_walk_network(Streets streets, const CityPlane& plane);

} // namespace gis
