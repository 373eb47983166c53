#pragma once
// Pitches for which a campus was drawn with a hole.

#include "layers/osm/osm_tags.hpp"

namespace fieldgap {

/// Adds to each campus the pitches and tracks of which at least half lies in one of its holes and that cover half of it: they are the
/// school's. One that lies in another campus already stays there. Campuses must be valid.
void add_pitches_in_holes(OsmFeatures features, const gis::CityPlane& plane, std::vector<Campus>& campuses);

} // namespace fieldgap
