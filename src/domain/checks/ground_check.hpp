#pragma once
// Ground against ground: what is drawn twice, campuses that overlap, fields under buildings. Nothing here changes what counts.

#include "domain/gap/measured_city.hpp"

namespace fieldgap {

/// Reports fields of one kind, campuses and venues that share at least 0.95 of their union, campuses that share 1 m2 or more otherwise, and
/// outdoor fields of which buildings cover more than 5 % or 20 m2. The work grows with the number of grounds that meet.
void check_grounds(const MeasuredCity& measured, Findings& findings);

} // namespace fieldgap
