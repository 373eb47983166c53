#pragma once
// The streets that are walked to from any school (docs/rules.md section 8, streets).

#include "domain/walk/reach.hpp"

#include <vector>

namespace fieldgap {

/// An edge that is reached at least in part.
struct ReachedStreet
{
    gis::EdgeId edge{};
    double seconds = 0.0; ///< from the entry of the nearest school to where one first stands on it
};

/// In the order of the edges, from all open main schools at once, within `[walk] minutes`; no lines of sight. None without a network.
std::vector<ReachedStreet> reached_streets(const MeasuredCity& measured, const gis::SiteAccesses& of_school,
                                           const WalkNetworkView& walking);

} // namespace fieldgap
