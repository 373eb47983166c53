#pragma once
// In which unit a column of areas is, by what is drawn.

#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// An area as a file gives it (above 0), as it is drawn, and where.
struct AreaPair
{
    double given = 0.0;
    double drawn_m2 = 0.0;
    double latitude = 0.0;
};

struct AreaUnit
{
    std::string name; ///< in the language of the messages, such as `hectares`
    double (*m2_at)(double latitude) = nullptr;
    std::size_t pairs = 0; ///< that say so
    bool is_close = false; ///< nearly all of them to a fifth: the column may be read in it; else it is too coarse, or of floors
    std::string sign;      ///< for the heading, such as `ha`; empty where no heading can say the unit
};

/// The unit, if it is not m2, of nearly all areas: hectares, mu, acres, square feet, km2, square degrees, or the square metres of a
/// Mercator plane (1/cos2 of the latitude too large). Factors that may be chance are believed from two pairs on only.
std::optional<AreaUnit> unit_of_areas(const std::vector<AreaPair>& pairs);

/// What areas (above 0) that are said to be in m2 are at the median, where no ground has so little that is not a mistake: two figures at
/// least, the median under `least_m2`. Nothing where they may be in m2.
std::optional<double> median_too_small(std::vector<double> areas, double least_m2);

/// Nobody rents a smaller venue.
inline constexpr double least_venue_m2 = 20.0;
/// A playground for a class takes more.
inline constexpr double least_school_ground_m2 = 60.0;

/// A unit that would make such a median a likely area, for a question.
struct LikelyUnit
{
    std::string sign; ///< for the heading
    double median_m2 = 0.0;
};
std::vector<LikelyUnit> likely_units(double median);

} // namespace fieldgap
