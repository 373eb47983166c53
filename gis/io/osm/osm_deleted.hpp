#pragma once
// Objects of an OSM XML file that an editor has deleted and keeps in it until upload (JOSM: action='delete').

#include "gis/io/pbf/osm_part.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <utility>

namespace gis {

using OsmObjectId = std::pair<OsmKind, std::int64_t>;

/// `format` is osm, osm.gz or osm.bz2; of anything else none. None for what is damaged, too: its reader says so.
std::set<OsmObjectId> deleted_in_editor(const std::string& path, const std::string& format);

} // namespace gis
