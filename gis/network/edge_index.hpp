#pragma once

#include "gis/network/square_index.hpp"
#include "gis/network/walk_network.hpp"

#include <optional>

namespace gis {

/// Where an entry joins the network: straight to the nearest point of an edge, never only to its nodes (docs/rules.md rule 7). The ground
/// of a square is as an edge: an entry on it joins where it is.
struct Access
{
    EdgeId edge{};                    ///< `no_edge` on the ground of a square, away from every edge
    float fraction = 0.0F;            ///< 0..1 of the edge's length, from `edge_from`
    float connector_m = 0.0F;         ///< the straight way from the entry to the edge
    Point entry;                      ///< CityPlane
    Point on_edge;                    ///< CityPlane
    std::uint32_t square = no_square; ///< on whose ground `on_edge` is: the first such, its outline included
};

/// Edges with `edge_in_main`, which entries join, or the others. Connections (`line_sight`) are neither.
enum class EdgeChoice : std::uint8_t { main, side };

/// A grid over the segments of the chosen edges.
class EdgeIndex
{
public:
    /// `network` must outlive the index.
    explicit EdgeIndex(const WalkNetwork& network, EdgeChoice choice = EdgeChoice::main);

    const WalkNetwork& network() const { return *network_; }

    /// The nearest point of any chosen edge within `max_m` (inclusive); equal distances go to the smaller edge, then the smaller
    /// `fraction`.
    std::optional<Access> nearest(const Point& entry, double max_m) const;

    /// Where an entry joins: at `nearest`, and where an edge is as near (to 1e-6 m) of which the one is private and the other public, at
    /// that too: a walk may be free to take the one and not the other.
    std::vector<Access> accesses(const Point& entry, double max_m) const;

    /// Chosen squares on whose ground an access is, but for the one that it names.
    std::vector<std::uint32_t> other_squares(const Access& access) const;

    /// False only where no point in `box` has a chosen edge or the ground of a chosen square within `max_m`.
    bool may_have_within(const Box& box, double max_m) const;

private:
    /// Of all edges, or of those that are private, or not.
    std::optional<Access> nearest_edge(const Point& entry, double max_m, std::optional<bool> is_private = {}) const;

    /// On an edge that is private where the one of `access` is public, or the other way round.
    std::optional<Access> as_near(const Access& access) const;

    const WalkNetwork* network_;
    SquareIndex squares_;
    bool has_private_edges_ = false;
    Box bounds_;
    double cell_m_ = 0.0;
    std::uint32_t columns_ = 0;
    std::uint32_t rows_ = 0;
    std::vector<std::uint32_t> first_segment_; ///< per cell, one more at the end
    std::vector<std::uint32_t> segment_;       ///< position of the segment's first point in `WalkNetwork::point`
};

} // namespace gis
