#include "layers/input/input_files.hpp"

#include "gis/error.hpp"
#include "gis/io/source/file_digest.hpp"
#include "layers/crs/layer_crs.hpp"
#include "layers/input/joined_files.hpp"
#include "layers/osm/osm_layers.hpp"
#include "words/nearest.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <tbb/parallel_for_each.h>

#include <chrono>
#include <exception>
#include <functional>
#include <utility>
#include <vector>

namespace fieldgap {
namespace {

bool is_layer(Role role)
{
    return role != Role::dem;
}

/// Tables, districts of enrolment and what is not built yet have no tags.
void refuse_osm(Role role, const InputSpec& spec)
{
    if (role == Role::enrolment || role == Role::leases || role == Role::catchments || role == Role::yields || role == Role::new_venues ||
        role == Role::indicators) {
        throw gis::UsageError(words::translate(words::Text::input_no_osm_role, {name_of(role), spec.written_path}));
    }
}

/// Files of tags are not joined row by row.
void refuse_osm_in_list(Role role, const InputSpec& spec)
{
    for (const std::string& path : paths_of(spec)) {
        if (!spec.further_paths.empty() && gis::is_osm_path(path)) {
            throw gis::UsageError(words::translate(words::Text::input_osm_in_list, {name_of(role), words::valid_utf8(path)}));
        }
    }
}

/// Options of layers say nothing about an OSM file: better refused than ignored.
void refuse_layer_options(Role role, const gis::VectorSource& source)
{
    const std::pair<const char*, bool> given[] = {{"layer", !source.layer.empty()},
                                                  {"where", !source.where.empty()},
                                                  {"encoding", !source.encoding.empty()},
                                                  {"crs", !source.crs.empty()},
                                                  {"datum", source.datum != gis::WebDatum::none},
                                                  {"swap_xy", source.swap_xy},
                                                  {"helmert", source.helmert.has_value()}};
    for (const auto& [key, is_given] : given) {
        if (is_given) {
            throw gis::UsageError(words::translate(words::Text::input_osm_option, {name_of(role), key, words::valid_utf8(source.path)}));
        }
    }
}

void sort_roles(const Config& config, InputFiles& files)
{
    for (const auto& [role, spec] : config.inputs) {
        if (!is_layer(role)) {
            continue;
        }
        refuse_osm_in_list(role, spec);
        if (gis::is_osm_path(spec.source.path)) {
            refuse_osm(role, spec);
            refuse_layer_options(role, spec.source);
            files.roles_of_osm[spec.source.path].insert(role);
        } else {
            files.layers.emplace(role, gis::VectorLayer());
        }
        files.digests.emplace(paths_of(spec), gis::FileDigest());
    }
    if (const auto dem = config.inputs.find(Role::dem); dem != config.inputs.end() && is_read(config, Role::dem)) {
        files.digests.emplace(paths_of(dem->second), gis::FileDigest());
    }
}

/// A piece of reading, the inputs it is of, what went wrong in it, and how long it took.
struct Reading
{
    std::function<void()> read;
    std::set<Role> roles = {};
    std::exception_ptr failure = {};
    double seconds = 0.0;
};

void read_all(std::vector<Reading>& readings, std::map<Role, double>& read_s)
{
    tbb::parallel_for_each(readings, [](Reading& reading) {
        try {
            reading.seconds = seconds_of(reading.read);
        } catch (...) {
            reading.failure = std::current_exception();
        }
    });
    for (const Reading& reading : readings) {
        if (reading.failure) {
            std::rethrow_exception(reading.failure);
        }
        for (const Role role : reading.roles) {
            read_s[role] += reading.seconds;
        }
    }
}

/// Those that are of the map as it is now.
MapPieces pieces_that_fit(const InputFiles& files, const MapPieces& pieces)
{
    MapPieces fitting;
    for (const auto& [path, piece] : pieces) {
        if (files.roles_of_osm.contains(path) && gis::file_stamp(path) == piece.source_stamp) {
            fitting.emplace(path, piece);
        }
    }
    return fitting;
}

/// A piece's digest is that of the whole map.
std::optional<gis::FileDigest> known_digest(const std::vector<std::string>& paths, const MapPieces& pieces)
{
    const auto piece = paths.size() == 1 ? pieces.find(paths.front()) : pieces.end();
    return piece == pieces.end() ? std::nullopt : std::optional(piece->second.source);
}

/// A layer that declares no CRS takes that of the city.
InputSpec with_city_crs(InputSpec spec, const gis::VectorLayer& layer, const Config& config)
{
    const bool is_declared = !layer.crs_text.empty() || !spec.source.crs.empty() || layer.coordinates.datum;
    const bool lacks_crs = !is_declared && spec.source.needs_crs && layer.has_geometry;
    spec.source.crs = lacks_crs ? config.city_crs : spec.source.crs;
    return spec;
}

/// Where the first layer, in the order of the roles, lies whose coordinates are beyond doubt.
std::optional<gis::Box> place_of_layers(const Config& config, const InputFiles& files)
{
    for (const auto& [role, layer] : files.layers) {
        if (const auto extent = declared_extent(layer, with_city_crs(config.inputs.at(role), layer, config).source)) {
            return extent;
        }
    }
    return std::nullopt;
}

std::optional<gis::Box> place_of_streets(const InputFiles& files)
{
    if (!files.within_of_piece.empty()) {
        throw PieceTooSmall{};
    }
    gis::Box streets;
    for (const auto& [path, file] : files.osm) {
        for (const gis::Point& node : file.ways.lines.node) {
            streets.add(node);
        }
    }
    return streets.is_empty() ? std::nullopt : std::optional(streets);
}

void georeference_all(const Config& config, InputFiles& files)
{
    files.place_of_layers = place_of_layers(config, files);
    const auto place = files.place_of_layers || files.layers.empty() ? files.place_of_layers : place_of_streets(files);
    std::map<Role, Findings> findings;
    std::vector<Reading> readings;
    for (auto& [role, layer] : files.layers) {
        Findings& doubts = findings[role];
        gis::SourceCrs& used = files.readings[role];
        const InputSpec spec = with_city_crs(config.inputs.at(role), layer, config);
        gis::check_crs(spec.source);
        readings.push_back({[&layer = layer, spec, &place, &doubts, &used] { used = georeference(layer, spec, place, doubts); }, {role}});
    }
    read_all(readings, files.read_s);
    for (const auto& [role, doubts] : findings) {
        files.findings.insert(files.findings.end(), doubts.begin(), doubts.end());
    }
}

/// Names that may be read in two ways are a question, like a coordinate system that nothing tells.
void refuse_doubtful_text(const Config& config, const InputFiles& files)
{
    for (const auto& [role, layer] : files.layers) {
        std::vector<std::string> readings;
        for (const gis::EncodingReading& one : layer.encoding_choices) {
            readings.push_back(words::translate(words::Text::input_text_reads, {one.encoding, one.sample}));
        }
        if (!readings.empty()) {
            throw gis::UsageError(words::translate(words::Text::input_encoding_doubtful,
                                                   {name_of(role), config.inputs.at(role).written_path, words::joined(readings)}));
        }
    }
}

} // namespace

double seconds_of(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

const gis::OsmFile* osm_of(const InputFiles& files, const Config& config, Role role)
{
    const auto named = config.inputs.find(role);
    const auto file = named == config.inputs.end() ? files.osm.end() : files.osm.find(named->second.source.path);
    return file == files.osm.end() ? nullptr : &file->second;
}

bool is_read(const Config& config, Role role)
{
    return is_layer(role) || (role == Role::dem && config.settings.walk.slope);
}

gis::OsmWanted wanted_of_map(const std::string& path, const Config& config)
{
    std::set<Role> roles;
    for (const auto& [role, spec] : config.inputs) {
        if (is_layer(role) && spec.source.path == path) {
            roles.insert(role);
        }
    }
    gis::OsmWanted wanted = wanted_of_roles(roles);
    wanted.ways = std::exchange(wanted.streets, false); // they are cut to the city first
    wanted.foot.trunk_open = config.settings.walk.trunk_open;
    return wanted;
}

InputFiles read_input_files(const Config& config, unsigned threads, const MapPieces& pieces)
{
    InputFiles files;
    sort_roles(config, files);
    const MapPieces fitting = pieces_that_fit(files, pieces);
    std::vector<Reading> readings;
    for (const auto& [path, roles] : files.roles_of_osm) {
        const auto piece = fitting.find(path);
        if (piece != fitting.end()) {
            files.within_of_piece.emplace(path, piece->second.within);
        }
        readings.push_back({[&file = files.osm[path], &read_path = piece == fitting.end() ? path : piece->second.path,
                             wanted = wanted_of_map(path, config), threads] { file = gis::read_osm(read_path, wanted, threads); },
                            roles});
    }
    for (auto& [role, layer] : files.layers) {
        readings.push_back({[&layer = layer, &spec = config.inputs.at(role)] { layer = read_files_as_written(spec); }, {role}});
    }
    for (auto& [paths, digest] : files.digests) {
        if (const auto known = known_digest(paths, fitting)) {
            digest = *known;
            continue;
        }
        readings.push_back({[&digest = digest, paths = paths] { digest = gis::file_digest(paths); }});
    }
    read_all(readings, files.read_s);
    refuse_doubtful_text(config, files);
    georeference_all(config, files);
    return files;
}

} // namespace fieldgap
