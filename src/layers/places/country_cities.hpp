#pragma once
// The larger cities of countries whose grids have zones, or whose words are those of their neighbours too. Data.

#include <span>
#include <string_view>

namespace fieldgap {

struct CountryCities
{
    std::string_view country; ///< ISO 3166
    std::string_view cities;  ///< `Bremen 8.8 53.1, ..`: name, longitude, latitude
};
std::span<const CountryCities> country_cities();

} // namespace fieldgap
