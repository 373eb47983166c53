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
    Box area;                 ///< of use, degrees; east of 180 where it crosses the antimeridian
    std::string area_name;    ///< such as `Netherlands - onshore, ..`
    bool is_replaced = false; ///< by a newer datum in all countries that used it; its numbers may be those of a newer system
};

/// Projected systems in use whose area holds the place, the most local first (then by code; those on replaced datums last), at most 60.
/// Left out are Beijing 1954 and Xi'an 1980, whose numbers are those of CGCS2000 to some tens of metres, and WGS 72, whose numbers are
/// those of WGS 84.
std::vector<ListedCrs> planes_made_for(const Point& degrees);

/// Those whose area is named after the country (`United Kingdom (UK)`), in the same order.
std::vector<ListedCrs> planes_of(const std::string& area_name);

/// The name of a system, empty if there is none.
std::string crs_name(const std::string& crs);

} // namespace gis
