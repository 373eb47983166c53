#pragma once
// Whether the values of equipment can be in yuan.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"

#include <vector>

namespace fieldgap {

/// Statistics give them in units of 10,000 yuan, and headings do not always say so: where the values of two schools at least are under 10
/// yuan a pupil at the median, none of the column is taken (equipment_tiny). Those of 0 tell nothing, and stay.
void settle_equipment(std::vector<School>& schools, Findings& findings);

} // namespace fieldgap
