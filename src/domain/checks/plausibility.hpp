#pragma once
// Numbers that can hardly be true: pupils in a class, area for a pupil, units taken for others, sizes of grounds. Nothing is changed; each
// doubt is a finding, with what would follow where the other reading is plain.
//
// What is over a limit of the standard is a result and no doubt; the bounds here lie far outside every school that there is.

#include "domain/gap/measured_city.hpp"

namespace fieldgap {

/// Pupils against classes, seats, ids, years and each other. Special and vocational schools have classes of any size, and are not judged.
/// * class_size_odd: under 5 or over 70 pupils in a class on average; pupils_like_classes where the two numbers are the same
/// * pupils_too_many: over 10,000 in one school; pupils_like_code: the id itself, from 100 on; pupils_like_year: a year of the school
/// * pupils_in_thousands: under 10 while the median of at least 5 schools is over 100 and near a thousand times as many (factor 3)
/// * pupils_column_odd: four fifths of at least 5 schools have a year between 1950 and 2035 (no school has just as many)
/// * capacity_odd: seats for less than half of the pupils, or for more than ten times as many
void check_pupils(const MeasuredCity& measured, Findings& findings);

/// area_per_pupil_odd: a school of at least 50 pupils with under 0.3 or over 60 m2 for each. Smaller schools have any ratio.
void check_areas_per_pupil(const MeasuredCity& measured, Findings& findings);

/// Venues under 20 (where `venue_too_small` does not judge them) or over 500,000 m2, fields over 60,000 m2, campuses over 1 km2.
void check_sizes(const MeasuredCity& measured, Findings& findings);

/// All of them, and check_units.
void check_plausibility(const MeasuredCity& measured, Findings& findings);

} // namespace fieldgap
