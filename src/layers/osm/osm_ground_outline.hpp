#pragma once
// The outlines of sports grounds from OpenStreetMap.

#include "layers/osm/osm_ground_tags.hpp"
#include "layers/osm/osm_tags.hpp"

namespace fieldgap::osm {

/// As `outline_of`, for a ground of `kind`: a track is the ground inside its outer edge, and an open line of a running track (sport=running
/// or athletics, or no sport) is completed to a lap where its shape allows.
Outline outline_of_ground(const gis::OsmFeature& feature, GroundKind kind, std::string_view layer, const gis::CityPlane& plane);

} // namespace fieldgap::osm
