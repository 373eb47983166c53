#pragma once
// Wanted nodes and ways out of an OpenStreetMap file.

#include "gis/io/osm/osm_locations.hpp"
#include "gis/io/osm/osm_tags.hpp"

namespace osmium {
class Node;
class Way;
} // namespace osmium

namespace gis {

OsmFeature node_feature(const osmium::Node& node, OsmTagSpan tags);

/// A closed way is the polygon inside it as it stands, crossing itself or not; an open one is its line.
OsmFeature way_feature(const osmium::Way& way, OsmTagSpan tags, OsmLocations& locations);

} // namespace gis
