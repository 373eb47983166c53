#pragma once
// A map that was cut to the surroundings of a city, and what is known of the whole one: both in files side by side.

#include "gis/geometry/shapes.hpp"
#include "gis/io/source/file_digest.hpp"

#include <map>
#include <optional>
#include <string>

namespace fieldgap {

struct MapPiece
{
    std::string path;         ///< of the piece
    gis::FileDigest source;   ///< of the whole map: what provenance names
    std::string source_stamp; ///< of the whole map when the piece was made or last found to fit (gis::file_stamp)
    gis::Box within;          ///< degrees: every way that touches it is in the piece
    gis::FileDigest digest;   ///< of the piece itself
};

/// By the path of the whole map, as the config resolves it.
using MapPieces = std::map<std::string, MapPiece>;

/// A city's inputs ask for more than the piece holds, such as streets farther out: the whole map has to be read.
struct PieceTooSmall
{
};

/// The piece with its side file, whole and unharmed; none where either is missing, damaged, or of another version.
std::optional<MapPiece> read_map_piece(const std::string& path);

/// The side file's text and name.
std::string side_text(const MapPiece& piece);
std::string side_path(const std::string& piece_path);

} // namespace fieldgap
