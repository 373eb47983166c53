#pragma once
// Where the lands of the earth are, in bands of one degree of latitude. Data.

#include <span>
#include <string_view>

namespace gis {

struct CountryBands
{
    std::string_view country; ///< ISO 3166; empty for all countries that have no row of their own
    std::string_view bands;   ///< `39 1167 1181, ..`: from 39 to 40 degrees of latitude, from 116.7 to 118.1 of longitude
};
std::span<const CountryBands> land_bands();

} // namespace gis
