#pragma once
// Schools that may be in the data twice.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"

#include <vector>

namespace fieldgap {

/// Reports schools of the same name within 100 m or on one campus, and for a stage in common: they may be one school under two ids.
/// After the enrolment is known, for its what-if takes the second one's pupils away.
void report_schools_twice(const std::vector<School>& schools, const std::vector<Campus>& campuses, Findings& findings);

} // namespace fieldgap
