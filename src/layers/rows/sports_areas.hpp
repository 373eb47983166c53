#pragma once
// The official indicator 体育运动场馆面积: outdoor and indoor ground in one figure, or the same for each pupil.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"

#include <vector>

namespace fieldgap {

/// Puts sports_m2, or sports_m2_per_pupil x pupils where that is missing (reported), into the official figures: both parts given go first;
/// one part given, the other is the rest; none, all of it stands as outdoor ground and none as indoor, so that nothing drawn is added.
/// Reports figures that differ by more than a twentieth.
void settle_sports_areas(std::vector<School>& schools, Findings& findings);

} // namespace fieldgap
