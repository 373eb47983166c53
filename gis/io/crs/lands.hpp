#pragma once
// On which country's land a place lies, roughly.

#include "gis/geometry/shapes.hpp"

#include <string_view>

namespace gis {

/// True for a place in degrees on the land of the country (ISO 3166; one without a row of its own in land_bands.hpp: any land), or within
/// some twenty kilometres of it. Narrow seas between two coasts count as land.
bool is_land_of(std::string_view country, const Point& degrees);

/// The same of any country.
bool is_land(const Point& degrees);

} // namespace gis
