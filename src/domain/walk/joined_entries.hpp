#pragma once
// Entries joined to streets (docs/rules.md rules 6 and 7).

#include "domain/walk/group_entries.hpp"
#include "gis/walking/walk_times.hpp"

#include <vector>

namespace fieldgap {

/// The accesses of each site; entries without an edge within `snap_m` are left out. Outlines are entered at their vertices and at equal
/// steps of at most 5 m between them; points are made only where an edge is near, so that the cost follows the streets and not the
/// outlines.
gis::SiteAccesses joined(const gis::EdgeIndex& edges, const std::vector<Entries>& entries, double snap_m);

/// Of these only the ones by which somebody sets out on a shortest walk: an outline has hundreds, of which a few count.
gis::SiteAccesses joined_to_leave(const gis::EdgeIndex& edges, const gis::WalkTimes& times, const std::vector<Entries>& entries,
                                  double snap_m);

} // namespace fieldgap
