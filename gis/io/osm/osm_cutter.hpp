#pragma once
// One OpenStreetMap file cut into pieces: each holds what a reading of the whole file would use of it.

#include "gis/geometry/shapes.hpp"
#include "gis/io/osm/osm.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace gis {

/// What a piece is to hold.
struct OsmCut
{
    OsmWanted wanted; ///< features wherever they are; `streets` or `ways`: the ways that touch `within`
    Box within;       ///< degrees
    std::string path; ///< of the piece, which must not be there yet: .osm.pbf
};

/// Writes the pieces. `read_osm` of a piece gives the features that it gives of the whole file, and of its `ways` the same after `cut_to`
/// any box that lies in `within`: what is missing in the file is missing in the piece, deleted objects and older versions are in neither.
/// Returns how many walked ways touch each `within`. The same file and cut give the same bytes, whatever the other cuts and the number of
/// threads. Reads the file once (relations twice) for all pieces; memory grows with its nodes and with what is kept of it, not with the
/// sum of the pieces. Throws Error as read_osm does, WriteError where a piece cannot be written.
std::vector<std::size_t> cut_osm(const std::string& path, const std::vector<OsmCut>& cuts, unsigned threads);

} // namespace gis
