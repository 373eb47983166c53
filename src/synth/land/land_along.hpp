#pragma once
// Land along the streets of a real city.

#include "synth/land/land.hpp"

namespace fieldgap {

/// Parcels beside the walkable streets of an OSM file, the more the denser the streets. gis::Error for a file that cannot be read or has
/// too few streets for the campuses.
Land land_along(const std::string& osm_path, const LandOrder& order, std::uint64_t seed, unsigned threads);

} // namespace fieldgap
