#pragma once
// Every input of a config, read once and brought together.

#include "domain/city/city.hpp"
#include "domain/city/figure_source.hpp"
#include "domain/city/finding.hpp"
#include "gis/geometry/plane.hpp"
#include "gis/io/source/file_digest.hpp"
#include "gis/network/walk_network.hpp"
#include "layers/config/config.hpp"
#include "layers/pieces/map_piece.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// What was read of one input, for the provenance and the log.
struct InputRecord
{
    Role role{};
    std::string path;  ///< as written in the config
    std::string layer; ///< empty for OSM files
    std::string crs;   ///< empty for tables without geometry
    std::string encoding;
    std::size_t rows = 0;     ///< of the file after `where`; of an OSM file: what the tags of the role select (layers/osm_rows.hpp)
    std::size_t used = 0;     ///< rows that became values of the City
    std::size_t left_out = 0; ///< rows that did not, each counted by a finding of this layer: rows = used + left_out
    gis::FileDigest digest;
    std::string called = {}; ///< its name where the role is not: a file of the command line

    std::string_view name() const { return called.empty() ? name_of(role) : std::string_view(called); }
};

struct CityInput
{
    City city;
    gis::CityPlane plane;
    std::optional<gis::WalkNetwork> streets; ///< absent where no network is named
    std::vector<float> slope_factor;         ///< by ArcId; empty without `slope`
    std::string schools_crs;                 ///< such as EPSG:4548; empty if it has no authority code
    std::vector<InputRecord> inputs;         ///< in the order of the roles
    Findings findings;
    gis::Box extent = {};               ///< in the plane: where the city is, its network apart (layers/input/surroundings.hpp)
    std::map<Role, double> read_s = {}; ///< seconds that reading the file of an input took, for the log; not kept in a prepared city
    FigureSources figure_sources = {};  ///< of the schools; not kept in a prepared city either
};

/// Places that are not in the config, in the plane, such as candidate sites: streets are kept around them too. Asked once all but the
/// network is read.
using FurtherPlaces = std::function<gis::Box(const CityInput&)>;

struct CityReading
{
    unsigned threads = 1; ///< decode OSM files; layers are read beside each other on oneTBB's current arena
    MapPieces pieces = {};
    FurtherPlaces further_places = {};
};

/// Throws gis::Error for unusable input. A map is read from its piece where that gives the same as the whole map, else whole.
CityInput read_city(const Config& config, const CityReading& how);

/// In degrees, where a city needs the streets of a map, from its other inputs alone; more than it needs where campuses or venues are of
/// that map. None where only the whole map will do: schools or estates are of it, its streets place the layers, or the city has no
/// surroundings. Throws as `read_city`.
std::optional<gis::Box> surroundings_without(const std::string& map, Config config, unsigned threads);

} // namespace fieldgap
