#pragma once
// The projected systems that PROJ's database knows.

#include "gis/geometry/shapes.hpp"

#include <string>
#include <vector>

namespace gis {

struct ListedCrs
{
    std::string code; ///< such as `EPSG:28992`
    std::string name;
    Box area; ///< of use, degrees; east of 180 where it crosses the antimeridian
};

/// Projected systems in use whose area holds the place, the most local first (then by code; those on
/// Pulkovo 1942 last), at most 60. Left out are Beijing 1954 and
/// Xi'an 1980, whose numbers are those of CGCS2000 to some tens of metres, and WGS 72, whose numbers are those of WGS 84.
std::vector<ListedCrs> planes_made_for(const Point& degrees);

/// The name of a system, empty if there is none.
std::string crs_name(const std::string& crs);

} // namespace gis
