#pragma once
// Official areas that are given in another unit than square metres.

#include "domain/gap/measured_city.hpp"

namespace fieldgap {

/// unit_of_column, unit_mistaken, unit_unlike_others. A figure against what is drawn: within 15 % of the factor of mu, hectare (and wan
/// m2), km2 or, with over 30 m2 for each pupil, square feet. Without drawing: the area for a pupil against the median of the column (of at
/// least 5 schools), within a factor 3. Where half of the column's schools or its median say so, once for the column.
void check_units(const MeasuredCity& measured, Findings& findings);

} // namespace fieldgap
