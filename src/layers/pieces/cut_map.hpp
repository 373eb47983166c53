#pragma once
// A map that several cities name, cut once for all of them; pieces are kept in a folder by content.

#include "gis/geometry/shapes.hpp"
#include "gis/io/osm/osm.hpp"
#include "layers/pieces/map_piece.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// What a city needs of the map: the features that its roles want, wherever they are, and the ways that touch a box of degrees.
struct PieceWanted
{
    gis::OsmWanted wanted;
    gis::Box within;
};

/// For each the piece in `folder`, whose name comes from the map's content and from what is wanted; none where no way that is walked
/// touches the box, for then the whole map has to say so. Pieces that are there and unharmed are taken again, the others made; each
/// appears whole or not at all. Throws gis::Error where the map cannot be read, gis::WriteError where a piece cannot be written.
std::vector<std::optional<MapPiece>> cut_map(const std::string& map, const std::vector<PieceWanted>& wanted, const std::string& folder,
                                             unsigned threads);

} // namespace fieldgap
