#pragma once
// Official areas of schools that can be in no square metres.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"

#include <vector>

namespace fieldgap {

/// Where outdoor or sports ground is too small for any school at the median, that column is unknown (one finding), and so is each other
/// column of areas that is as small: who filled in one so did the others. Before sports areas are settled.
void settle_school_areas(std::vector<School>& schools, Findings& findings);

} // namespace fieldgap
