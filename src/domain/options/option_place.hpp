#pragma once
// Where options meet the streets: a new gate, and the two ends of a missing piece of way.

#include "domain/options/option_ground.hpp"

#include <compare>
#include <optional>
#include <vector>

namespace fieldgap {

/// A place of an option that is no node, and what may be seen from it.
struct JoinedPlace
{
    gis::Access access;
    std::vector<gis::AccessSight> sights;
    std::vector<std::uint32_t> squares; ///< on whose ground it is
};

/// A new gate of a school.
struct GatePlace
{
    JoinedPlace joined;

    const gis::Point& at() const { return joined.access.entry; }
};

/// Joined to the nearest street within `snap_m`, as any entry; absent where none is.
std::optional<GatePlace> gate_place(const gis::EdgeIndex& edges, const gis::Point& at, double snap_m);

/// A straight piece between two nodes, or a node and the nearest point of an edge. Two nodes: the smaller one first.
struct LinkKey
{
    gis::NodeId node{};
    bool to_edge = false;
    std::uint32_t other = 0; ///< NodeId or EdgeId

    friend auto operator<=>(const LinkKey&, const LinkKey&) = default;
};

/// An end of a link: a node, or a point on an edge whose connector is 0 m.
struct LinkEnd
{
    bool on_edge = false;
    gis::NodeId node{};
    JoinedPlace joined; ///< of nothing but its edge
};

struct LinkPlace
{
    gis::Point from, to;
    double metres = 0.0;
    LinkEnd begin, end;
};

/// What lies so near is at one place.
inline constexpr double least_link_m = 0.01;

/// Which links there may be: as long as allowed, and on no private edge; an end on an edge away from both ends of it.
bool may_be_link(const OptionGround& ground, const LinkKey& key, const LinkPlace& place);
LinkPlace link_place(const OptionGround& ground, const LinkKey& key);

/// Of these, sorted, those whose ends are over 5 x as far apart on foot as straight, or not connected.
std::vector<LinkKey> missing_links(const OptionGround& ground, const std::vector<LinkKey>& keys);

} // namespace fieldgap
