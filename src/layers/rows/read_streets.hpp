#pragma once
// Rows of a line layer as streets (docs/rules.md rule 8).

#include "domain/city/settings.hpp"
#include "gis/geometry/plane.hpp"
#include "gis/streets/streets.hpp"
#include "layers/table/table.hpp"

#include <string>

namespace fieldgap {

struct StreetsRead
{
    gis::Streets streets;
    std::size_t rows_used = 0;       ///< rows whose lines are walked
    std::string class_column = {};   ///< the heading of the road class, empty where there is none
    std::string classes_barred = {}; ///< the classes that are not walked, with their counts; empty where there are none
};

/// Walkable lines of a line layer, in degrees.
StreetsRead read_streets(const Table& table, const gis::CityPlane& plane, const WalkSettings& walk, Findings& findings);

} // namespace fieldgap
