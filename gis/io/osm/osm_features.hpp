#pragma once
// Wanted nodes and ways out of an OpenStreetMap file.

#include "gis/io/osm/osm_locations.hpp"
#include "gis/io/osm/osm_tags.hpp"

namespace gis {

OsmFeature node_feature(const OsmNode& node);

/// A closed way is the polygon inside it as it stands, crossing itself or not; an open one is its line. `positions`: of the way's nodes.
OsmFeature way_feature(const OsmWay& way, std::span<const std::uint32_t> positions, const OsmLocations& locations);

} // namespace gis
