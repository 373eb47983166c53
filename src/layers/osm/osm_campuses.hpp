#pragma once
// Campuses from OpenStreetMap (docs/rules.md section 4, docs/standards.md 6.1).

#include "layers/osm/osm_tags.hpp"

namespace fieldgap {

/// The grounds of the same schools, a campus each with the school's id, and landuse=education: the ground of the school nodes in it that
/// stand in no school's outline. `names_schools`: the schools come from this file too, and
/// `school_id` names them; else it stays empty and location decides. Outlines that cannot be used are reported by `schools_of_osm` where
/// `names_schools`, else here.
std::vector<Campus> campuses_of_osm(OsmFeatures features, const gis::CityPlane& plane, bool names_schools, Findings& findings);

} // namespace fieldgap
