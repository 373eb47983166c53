#pragma once
// What the numbers of layers without CRS may be.

#include "gis/io/crs/crs_guess.hpp"
#include "gis/io/vector/vector_layer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

struct CrsReadings
{
    std::vector<gis::CrsCandidate> list; ///< the likeliest first; more than one: they fit about as well
    std::string evidence;                ///< the range of the numbers, in words
};

/// `rows` has its geometry as written; `extent` is where other layers lie, degrees. Where that is known, only what leads there is
/// listed, unless nothing does. Numbers that can be degrees are taken as longitude and latitude unless the extent says otherwise.
CrsReadings crs_readings(const gis::VectorLayer& rows, const std::optional<gis::Box>& extent);

/// The local planes that need the user's four parameters are no readings by themselves.
bool is_reading(const gis::CrsCandidate& candidate);

} // namespace fieldgap
