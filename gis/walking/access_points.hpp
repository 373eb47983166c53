#pragma once
// The accesses of sites, made ready for the search.

#include "gis/walking/walk_states.hpp"

namespace gis {

/// An access that some shortest walk may need.
struct AccessPoint
{
    std::uint32_t access = 0; ///< into SiteAccesses::access
    EdgeId edge{};
    float fraction = 0.0F;
};

enum class Heading : std::uint8_t { out, in };

/// The access points of one site by edge and `fraction`. Left out are those to which one comes (`Heading::out`) or from which one goes
/// (`in`) no later by another access point of the site and along the edge: a campus outline has hundreds, of which a few count. Those on
/// the ground of a square stay, for what they see.
std::vector<AccessPoint> pruned_access_points(const WalkTimes& times, const SiteAccesses& sites, std::size_t site, Heading heading);

/// The accesses of one site that `pruned_access_points` leaves, in their order.
std::vector<Access> needed_accesses(const WalkTimes& times, std::span<const Access> of_site, Heading heading);

/// The end of an edge: `edge_to` or `edge_from`.
NodeId end_of(const WalkNetwork& network, EdgeId edge, bool at_to);

/// The state of a walk that has gone from an access along its edge to the end of it; of one that comes from there, seen from its end. An
/// access right at the end (1 mm) has walked no way yet.
WalkState state_at_end(const WalkNetwork& network, const Access& access, bool at_to);

/// The same of a walk to or from a corner of a square.
WalkState state_at_corner(const WalkNetwork& network, const AccessSight& sight);

/// The squares over whose ground one may leave an access, each once.
std::vector<std::uint32_t> squares_of(const SiteAccesses& sites, std::uint32_t access);

} // namespace gis
