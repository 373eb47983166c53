#pragma once
// Fields under buildings.

#include "domain/gap/measured_city.hpp"

namespace fieldgap {

/// Reports outdoor fields of which `City::buildings` cover more than 5 % or 20 m2. A building that is one of the halls or covered fields
/// (intersection over union 0.5 or more) is left out, and ground inside those is none that a building covers: it is cut out anyway.
void report_buildings_on_fields(const MeasuredCity& measured, Findings& findings);

} // namespace fieldgap
