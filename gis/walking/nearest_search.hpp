#pragma once
// The nearest of many targets, at any distance.

#include "gis/walking/walk_times.hpp"

namespace gis {

/// For each source that is `looking` the walk to the target that is the fewest seconds away, of those that are `wanted`; of equally near
/// ones to that of the smaller number. Sources from which none is reached have no walk. By source, without routes; each is, to the last
/// bit, the walk that `walks_within` finds. Both lists are parallel to the sites.
/// One search from all targets at once says of every node how far the nearest is; then each source goes along its shortest ways only. So
/// the cost is one search of the network and the lengths of the walks, however far apart sources and targets lie.
std::vector<Walk> nearest_walks(const WalkTimes& times, const SiteAccesses& sources, const std::vector<bool>& looking,
                                const SiteAccesses& targets, const std::vector<bool>& wanted);

} // namespace gis
