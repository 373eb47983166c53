#pragma once
// Who reaches whom at another walking speed (docs/rules.md rule 9).

#include "domain/walk/reach.hpp"

namespace fieldgap {

/// Where nobody waits at crossings, every walk is the quickest at any speed and takes longer in proportion: one search answers for all
/// slower speeds.
bool walks_scale_with_speed(const WalkSettings& walk);

/// The pairs alone, searched for, without routes. Needs streets, and the entries and accesses of `reach`.
Reach reach_at_speed(const MeasuredCity& measured, const Reach& reach, const WalkNetworkView& walking, double speed_m_per_min);

/// The pairs of a faster speed that are in reach at a slower one. Precondition: `walks_scale_with_speed`.
Reach slowed_reach(const Reach& faster, const WalkSettings& walk, double from_m_per_min, double to_m_per_min);

} // namespace fieldgap
