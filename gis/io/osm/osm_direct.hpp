#pragma once
// OpenStreetMap files in the usual binary form, read by all threads at once.

#include "gis/io/osm/osm.hpp"

#include <optional>
#include <string>

namespace gis {

/// What `read_osm` gives, or nothing where the file is not as nearly all are: then libosmium is to read it, or say what is wrong with it.
std::optional<OsmFile> read_directly(const std::string& path, const OsmWanted& wanted, unsigned threads);

} // namespace gis
