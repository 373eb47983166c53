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
};

/// The unit, if it is not m2, of nearly all areas: hectares, mu, acres, square feet, km2, square degrees, or the square metres of a
/// Mercator plane (1/cos2 of the latitude too large). Factors that may be chance are believed from two pairs on only.
std::optional<AreaUnit> unit_of_areas(const std::vector<AreaPair>& pairs);

} // namespace fieldgap
