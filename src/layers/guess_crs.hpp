#pragma once
// What the numbers of a layer without CRS may be.

#include "gis/io/vector_layer.hpp"

#include <string>
#include <vector>

namespace fieldgap {

struct CrsReadings
{
    std::vector<gis::CoordinateReading> list; ///< the likeliest first; more than one: they fit about as well
    std::string evidence;                     ///< the range of the numbers, in words
};

/// `rows` has its geometry as written.
CrsReadings crs_readings(const gis::VectorLayer& rows);

} // namespace fieldgap
