#pragma once
// Beyond these numbers lies no school, venue or field that there is.

#include <algorithm>
#include <cstdint>
#include <vector>

namespace fieldgap::plausible {

inline constexpr double min_in_class = 5.0;
inline constexpr double max_in_class = 70.0;
inline constexpr std::int64_t max_pupils = 10'000;
inline constexpr std::int64_t min_pupils = 50; ///< below, a school may have any area for each (rule 5: teaching points)
inline constexpr std::int64_t min_code = 100;  ///< smaller ids are counts by chance
inline constexpr double min_seats_per_pupil = 0.5;
inline constexpr double max_seats_per_pupil = 10.0;
inline constexpr double few_pupils = 10.0;
inline constexpr double many_pupils = 100.0;
inline constexpr double first_year = 1950.0;
inline constexpr double last_year = 2035.0;

inline constexpr double min_m2_per_pupil = 0.3;
inline constexpr double max_m2_per_pupil = 60.0;
inline constexpr double min_venue_m2 = 20.0;
inline constexpr double max_venue_m2 = 500'000.0;
inline constexpr double max_field_m2 = 60'000.0;
inline constexpr double max_campus_km2 = 1.0;
inline constexpr double many_storeys = 6.0;         ///< of a hall of which nobody says how many it has
inline constexpr double max_floor_per_storey = 2.0; ///< floor area of a hall, in its footprint x storeys

inline constexpr std::size_t min_schools = 5;    ///< to say what is usual in a column
inline constexpr double nearly_all = 0.8;        ///< of the schools of a column
inline constexpr double like_the_others = 3.0;   ///< schools differ by this factor and are still alike
inline constexpr double like_the_drawing = 1.15; ///< an area measured twice

/// `a` is `b` within a factor. Both must be positive.
inline bool is_near(double a, double b, double factor)
{
    return a <= b * factor && b <= a * factor;
}

} // namespace fieldgap::plausible
