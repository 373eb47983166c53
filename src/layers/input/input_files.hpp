#pragma once
// The files behind a config, each read once however many inputs name it.

#include "domain/city/finding.hpp"
#include "gis/io/osm/osm.hpp"
#include "gis/io/source/file_digest.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "layers/config/config.hpp"
#include "layers/pieces/map_piece.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace fieldgap {

struct InputFiles
{
    std::map<std::string, gis::OsmFile> osm;            ///< by path
    std::map<std::string, std::set<Role>> roles_of_osm; ///< by path
    std::map<std::string, gis::Box> within_of_piece;    ///< by path, of maps that were read from a piece
    std::optional<gis::Box> place_of_layers;            ///< degrees: where layers lie whose coordinates are beyond doubt
    std::map<Role, gis::VectorLayer> layers;
    std::map<std::vector<std::string>, gis::FileDigest> digests; ///< by the paths of an input
    std::map<Role, gis::SourceCrs> readings;                     ///< of the layers with geometry, as they were read
    std::map<Role, double> read_s; ///< seconds that reading its file took; inputs of one OSM file share its reading
    Findings findings;             ///< about coordinates, in the order of the roles
};

/// The OSM file that the input of a role is; nullptr where it is none.
const gis::OsmFile* osm_of(const InputFiles& files, const Config& config, Role role);

/// Whether anything reads this input of the config: heights are read where slopes count.
bool is_read(const Config& config, Role role);

/// What a city asks of a map that it names: the features of its roles, and streets unjoined.
gis::OsmWanted wanted_of_map(const std::string& path, const Config& config);

/// Reads all files beside each other. The first error in the order of the roles is thrown; PieceTooSmall where a map was read from a piece
/// and its streets would have to say where the layers are.
InputFiles read_input_files(const Config& config, unsigned threads, const MapPieces& pieces);

/// Seconds that a piece of work takes.
double seconds_of(const std::function<void()>& work);

} // namespace fieldgap
