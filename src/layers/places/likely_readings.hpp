#pragma once
// Readings of numbers without a system, by what the tables themselves say about their place.

#include "gis/io/crs/crs_guess.hpp"
#include "layers/places/place_evidence.hpp"

#include <span>
#include <vector>

namespace fieldgap {

/// `gis::possible_readings` without a place, the likeliest first. Where anything speaks for a place, only what leads there is left, and of
/// that only what at least half as much speaks for as for the best; where headings or names of files speak of a sort of plane, or name a
/// system (`UTM32_Ost`), only that.
/// Where nothing does, those that lead to the more densely settled parts of China go first.
std::vector<gis::CrsCandidate> likely_readings(std::span<const gis::Point> points, const PlaceEvidence& evidence);

} // namespace fieldgap
