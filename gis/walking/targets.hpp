#pragma once
// The access points of targets, where the search comes upon them.

#include "gis/walking/access_points.hpp"

namespace gis {

/// An access point of a target, as it is seen from a stop of the network, from its edge or from its square.
struct TargetBucketEntry
{
    std::uint32_t place = 0; ///< StopId, EdgeId or number of a square
    std::uint32_t site = 0;
    std::uint32_t access = 0;
    RouteEnd arrives = RouteEnd::along_edge;
    double seconds = 0.0; ///< from the node to the entry; from the edge or square: the connector alone
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
    std::span<const TargetBucketEntry> in(std::uint32_t square) const;

    std::size_t site_count() const { return site_count_; }

private:
    std::size_t site_count_;
    std::vector<std::uint32_t> first_at_stop_;
    std::vector<TargetBucketEntry> at_stop_;
    std::vector<TargetBucketEntry> on_edge_;
    std::vector<TargetBucketEntry> in_square_;
};

} // namespace gis
