#pragma once
// What to ask of an OpenStreetMap file, and the layers from it that need no more than their tags: gates, districts and estates
// (docs/rules.md section 4, docs/standards.md 6.4).

#include "layers/columns/role.hpp"
#include "layers/osm/osm_tags.hpp"

#include <set>

namespace fieldgap {

/// What to ask of `gis::read_osm` for these roles. Entrances are read along with every role that has them. Foot rules are the caller's.
gis::OsmWanted wanted_of_roles(const std::set<Role>& roles);

/// Every node that may be an entrance; whether it lies on an outline is seen later, so nothing is reported here.
std::vector<Gate> gates_of_osm(OsmFeatures features, const gis::CityPlane& plane);

/// Administrative boundaries of one level (1..12); reports where there is none, and which levels the file has.
std::vector<District> districts_of_osm(OsmFeatures features, int admin_level, const gis::CityPlane& plane, Findings& findings);

/// `landuse=residential`, all existing; OpenStreetMap knows neither households nor pupils.
std::vector<Estate> estates_of_osm(OsmFeatures features, const gis::CityPlane& plane, Findings& findings);

} // namespace fieldgap
