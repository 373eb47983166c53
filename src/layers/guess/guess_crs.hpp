#pragma once
// What the numbers of layers without CRS may be.

#include "gis/io/crs/crs_guess.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "layers/places/place_evidence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

struct CrsReadings
{
    std::vector<gis::CrsCandidate> list; ///< the likeliest first; more than one: they fit about as well
    std::string evidence;                ///< the range of the numbers, in words
    std::string datum_why;               ///< of degrees: what says in which datum they are, in words; empty where nothing does
    bool is_datum_open = false;          ///< degrees of a table in China, and nothing in it says in which datum
};

/// `rows` has its geometry as written; `extent` is where other layers lie, degrees. Where that is known, only what leads there is
/// listed, unless nothing does; without it what `evidence` leaves (likely_readings.hpp). Numbers that can be degrees are taken as longitude
/// and latitude unless the extent says otherwise.
CrsReadings crs_readings(const gis::VectorLayer& rows, const std::optional<gis::Box>& extent, const PlaceEvidence& evidence = {});

/// The local planes that need the user's four parameters are no readings by themselves.
bool is_reading(const gis::CrsCandidate& candidate);

} // namespace fieldgap
