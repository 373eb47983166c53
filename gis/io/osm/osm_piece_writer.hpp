#pragma once
// A piece of an OpenStreetMap file, written as .osm.pbf.

#include "gis/io/osm/osm_locations.hpp"
#include "gis/io/osm/osm_store.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace gis {

/// What one piece holds, by places in the store, ascending.
struct OsmPiece
{
    std::vector<std::uint32_t> nodes; ///< those that stand for themselves; nodes of ways and relations come with them
    std::vector<std::uint32_t> ways;
    std::vector<std::uint32_t> relations;
};

/// Writes nodes, ways and relations, each by number, to a new file. Nodes that ways and relations name come with their tags, where the
/// file has them. `store` holds every node with tags that is in `locations`. Throws WriteError.
void write_piece(const std::string& path, const OsmPiece& piece, const OsmStore& store, OsmLocations& locations, unsigned threads);

} // namespace gis
