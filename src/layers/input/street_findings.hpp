#pragma once
// What is doubtful about streets where they meet.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"
#include "gis/geometry/plane.hpp"
#include "gis/streets/streets.hpp"

namespace fieldgap {

/// network_gap of each gap in `near`, the city's surroundings in the plane; first those that part schools from more than 1 km of streets.
void report_street_gaps(const gis::Streets& streets, const City& city, const gis::CityPlane& plane, const gis::Box& near, double snap_m,
                        Findings& findings);

/// A row for each in `near` that says why it is walked around.
void report_uncrossed_squares(const gis::Streets& streets, const gis::CityPlane& plane, const gis::Box& near, Findings& findings);

} // namespace fieldgap
