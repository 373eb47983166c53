#pragma once
// Areas that a venues layer gives against the grounds that it draws.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"
#include "gis/geometry/plane.hpp"
#include "layers/columns/role.hpp"

#include <vector>

namespace fieldgap {

/// Where the column is plainly in another unit the drawn grounds are taken, and areas of venues without outline are converted (one
/// finding); where nothing says the unit and areas are too small for any venue, they are unknown (one finding); else each area that differs
/// from its ground by more than a fifth of the area is reported and stays.
void settle_venue_areas(std::vector<Venue>& venues, Role role, const gis::CityPlane& plane, Findings& findings);

} // namespace fieldgap
