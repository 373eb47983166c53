#pragma once
// Seconds and metres of whole and partial edges.

#include "gis/walking/bounded_search.hpp"

namespace gis {

/// One stretch of a walk.
struct Stretch
{
    double seconds = 0.0;
    double metres = 0.0;

    friend Stretch operator+(const Stretch& a, const Stretch& b) { return {a.seconds + b.seconds, a.metres + b.metres}; }
};

/// What parts of edges cost. The wait at a signal is no part of the walking: it is added where a stretch arrives at the node, and only
/// there. A walk that begins at the node does not wait, one that ends on the edge before it neither.
/// Sums are doubles over float edges: within 0.1 mm on 800 m, where 1 mm decides.
class WalkTimes
{
public:
    /// Both are borrowed. `seconds_of_arc` as `arc_seconds` gives it for the same pace.
    WalkTimes(const WalkNetwork& network, std::span<const float> seconds_of_arc, const Pace& pace);

    const WalkNetwork& network() const { return network_; }
    float whole_s(ArcId arc) const { return seconds_of_arc_[index(arc)]; }

    /// From the entry to the edge or back.
    Stretch connector(const Access& access) const;

    /// Along the edge from the access to `edge_to` (`forward`) or `edge_from`, and from `edge_from` (`forward`) or `edge_to` to the access.
    Stretch to_end(const Access& access, bool forward) const;
    Stretch from_end(const Access& access, bool forward) const;

    /// Along the edge that both share.
    Stretch between(const Access& from, const Access& to) const;

    /// Straight over a square: from an access to a corner, from the corner to the access, and from one access to another.
    Stretch to_corner(const AccessSight& sight) const;
    Stretch from_corner(const AccessSight& sight) const;
    Stretch across(const Access& from, const Access& to, std::uint32_t square) const;

    /// Seconds for the whole edge in one direction, without the wait at its end.
    double moving_s(EdgeId edge, bool forward) const;

private:
    Stretch stretch(EdgeId edge, bool forward, double share, bool arrives) const;

    const WalkNetwork& network_;
    std::span<const float> seconds_of_arc_;
    double crossing_s_;
    double seconds_per_m_;
    double steps_factor_;
};

} // namespace gis
