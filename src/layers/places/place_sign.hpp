#pragma once
// What speaks for a place on the globe.

#include "gis/geometry/shapes.hpp"

#include <string>
#include <vector>

namespace fieldgap {

struct PlaceSign
{
    std::string country; ///< ISO 3166
    gis::Box within;     ///< degrees; empty: anywhere on the country's land
    double weight = 0.0; ///< 1: every row says so
    std::string why;     ///< in words, for the user
};
using PlaceSigns = std::vector<PlaceSign>;

} // namespace fieldgap
