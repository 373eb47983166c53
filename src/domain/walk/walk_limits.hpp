#pragma once
// How far and how fast people walk, as the search wants it.

#include "domain/city/settings.hpp"
#include "gis/walking/bounded_search.hpp"

namespace fieldgap {

gis::ReachSettings walk_limits(const WalkSettings& walk);

/// Seconds that still count: the slack is one of metres.
double limit_with_slack_s(const gis::ReachSettings& limits);

} // namespace fieldgap
