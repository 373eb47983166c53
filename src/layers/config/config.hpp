#pragma once
// CITY.toml as values (docs/rules.md section 3).

#include "domain/city/settings.hpp"
#include "gis/io/source/named_files.hpp"
#include "gis/io/source/vector_source.hpp"
#include "layers/columns/role.hpp"
#include "words/value.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// One [inputs.X] table.
struct InputSpec
{
    std::string written_path;                               ///< as in the config, several joined by commas: what provenance shows
    gis::VectorSource source;                               ///< path (the first of them) made absolute (or /vsi..), role filled in
    std::vector<std::string> written_paths;                 ///< of several files: each as in the config
    std::vector<std::string> further_paths;                 ///< all but the first, likewise made absolute
    std::optional<std::int64_t> as_of;                      ///< the year of the run, where the config says it
    std::map<std::string, std::string> columns;             ///< our name -> their name
    std::optional<bool> complete;                           ///< fields only
    std::optional<int> admin_level;                         ///< districts from OSM only
    std::optional<std::vector<std::string>> exclude_sports; ///< venues from OSM only
};

struct OutputSpec
{
    std::string path; ///< absolute; by default NAME.gpkg beside the config, NAME.result.gpkg where that is an input
    std::string crs = "auto";
    bool styles = true;
    bool streets = false; ///< the walked streets as a layer
    words::Language lang = words::Language::en;
};

/// The strike-off register that runs keep.
struct RegisterSpec
{
    std::string path;         ///< absolute; empty: no register is kept
    std::string written_path; ///< as in the config: what provenance shows
};

struct Config
{
    std::string path;      ///< of the file, absolute
    std::string city_name; ///< [city] name, else the file's stem
    std::string city_crs;  ///< [city] crs: of the inputs that declare none, neither themselves nor here; empty if not said
    std::map<Role, InputSpec> inputs;
    Settings settings;
    OutputSpec output;
    RegisterSpec register_file;
    /// Every setting in force as one JSON document (keys as in the config; written paths; no absolute path, no password): for the
    /// provenance.
    std::string as_json;
};

/// All files of an input.
std::vector<std::string> paths_of(const InputSpec& input);

/// The inputs that a config names, for `gis::refuse_clashes`.
std::vector<gis::NamedFile> input_files_of(const Config& config);

/// `path`, a default, unless that is an input or the config itself: then with `.result` before its ending.
std::string free_output_path(const std::string& path, const Config& config);

/// Reads and checks a config. `overrides` are KEY=VALUE of --set, put in before checking; VALUE is TOML, or text where it is not. With
/// `city_folder` the config is a template (template_paths.hpp): its paths count from there.
/// Throws gis::UsageError with file, line and column: syntax, unknown key (with the nearest known one), wrong type, out of range, an open
/// question "?" (each is named), schools missing, network missing where rent, share or residential is used, [projection] without both of
/// its years, [register] path without as_of; a missing file is a gis::Error.
Config read_config(const std::string& path, const std::vector<std::string>& overrides = {}, const std::string& city_folder = {});

} // namespace fieldgap
