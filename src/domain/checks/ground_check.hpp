#pragma once
// Ground against ground: what is drawn twice, campuses that overlap, fields under buildings. Nothing here changes what counts.

#include "domain/ground/supply.hpp"

#include <span>

namespace fieldgap {

/// Reports fields of one kind, campuses and venues that share at least 0.95 of their union, campuses that share 1 m2 or more otherwise, and
/// outdoor fields of which buildings cover more than 5 % or 20 m2. The work grows with the number of grounds that meet.
void check_grounds(const City& city, const Ownership& owns, const DrawnGround& drawn, Findings& findings);

/// Drawn ground changes nothing for a school whose official figures are used: takes such schools out of what findings about fields,
/// campuses and buildings would change.
void drop_ground_of_official(const City& city, const Ownership& owns, std::span<const Supply> supplies, Findings& findings);

} // namespace fieldgap
