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
/// (`in`) no later by another access point of the site and along the edge: a campus outline has hundreds, of which a few count.
std::vector<AccessPoint> pruned_access_points(const WalkTimes& times, const SiteAccesses& sites, std::size_t site, Heading heading);

/// The accesses of one site that `pruned_access_points` leaves, in their order.
std::vector<Access> needed_accesses(const WalkTimes& times, std::span<const Access> of_site, Heading heading);

/// The end of an edge: `edge_to` or `edge_from`.
NodeId end_of(const WalkNetwork& network, EdgeId edge, bool at_to);

/// The state of a walk that has gone from an access along its edge to the end of it; of one that comes from there, seen from its end. An
/// access right at the end (1 mm) has walked no way yet.
WalkState state_at_end(const WalkNetwork& network, const Access& access, bool at_to);

/// An access point of a target, as it is seen from a stop of the network or from its edge.
struct TargetBucketEntry
{
    std::uint32_t place = 0; ///< StopId or EdgeId
    std::uint32_t site = 0;
    std::uint32_t access = 0;
    RouteEnd arrives = RouteEnd::along_edge;
    double seconds = 0.0; ///< from the node to the entry; from the edge: the connector alone
};

/// The access points of all targets that take part.
class Targets
{
public:
    /// Access points that are more than `limit_s` from a node are not offered there. `taking_part` may be nullptr: all.
    Targets(const WalkTimes& times, const WalkStates& states, const SiteAccesses& sites, const std::vector<bool>* taking_part,
            double limit_s);

    /// Those that a walk in the stop's state may still arrive at; at most one for each site, by site.
    std::span<const TargetBucketEntry> at(StopId stop) const
    {
        return std::span(at_stop_).subspan(first_at_stop_[index(stop)], first_at_stop_[index(stop) + 1] - first_at_stop_[index(stop)]);
    }

    /// By site.
    std::span<const TargetBucketEntry> on(EdgeId edge) const;

    std::size_t site_count() const { return site_count_; }

private:
    std::size_t site_count_;
    std::vector<std::uint32_t> first_at_stop_;
    std::vector<TargetBucketEntry> at_stop_;
    std::vector<TargetBucketEntry> on_edge_;
};

} // namespace gis
