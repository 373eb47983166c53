#pragma once
// Schools from OpenStreetMap (docs/rules.md section 4, docs/standards.md 6.1).

#include "layers/osm/osm_tags.hpp"

namespace fieldgap {

/// Where the schools are, in degrees: nodes as they are, polygons and lines at the middle of their box. What lies nowhere is left out.
std::vector<gis::Point> osm_school_positions(OsmFeatures features);

/// One school for each `amenity=school`, but for what its name or level shows to be none (kindergartens, training centres, universities).
/// A node that stands for a polygon (in it, of the same name or where either has none) is an alias of that school. A school whose
/// outline cannot be used is a point. A relation type=site is a school, and its members of the same name or of none are it. Pupils are
/// unknown; `has_stage` is by tags, else by name.
std::vector<School> schools_of_osm(OsmFeatures features, const gis::CityPlane& plane, Findings& findings);

} // namespace fieldgap
