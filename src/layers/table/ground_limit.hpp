#pragma once
// Ground that can be no campus, field, venue or estate (docs/rules.md section 7): a country, or numbers that are no metres.

#include "domain/city/finding.hpp"
#include "gis/geometry/plane.hpp"

#include <optional>
#include <string>

namespace fieldgap {

inline constexpr double most_ground_km2 = 100.0;
inline constexpr double most_outline_km = 200.0;

/// What to say of ground, in degrees, that is larger than that or has a longer outline; nothing where it may be a ground. Its place is the
/// vertex nearest to the city.
std::optional<Finding> too_large(const gis::MultiPolygon& degrees, const gis::CityPlane& plane, std::string layer, std::string id);

} // namespace fieldgap
