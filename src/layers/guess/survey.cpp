#include "layers/guess/survey.hpp"

#include "gis/error.hpp"
#include "gis/io/base/archive.hpp"
#include "gis/io/source/zip_directory.hpp"
#include "layers/columns/columns.hpp"
#include "layers/columns/coordinate_columns.hpp"
#include "layers/guess/survey_places.hpp"
#include "layers/osm/osm_layers.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"
#include "words/visible.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

constexpr const char* role = "init"; ///< in messages
constexpr int deepest_archive = 3;
constexpr int deepest_folder = 12;

constexpr std::array<std::string_view, 21> layer_endings = {".shp", ".gpkg", ".geojson", ".json", ".geojsonl", ".geojsons", ".topojson",
                                                            ".fgb", ".csv",  ".tsv",     ".txt",  ".xlsx",     ".xls",      ".ods",
                                                            ".tab", ".mif",  ".kml",     ".gml",  ".gpx",      ".sqlite",   ".dxf"};

bool ends_with(const std::string& path, std::string_view ending)
{
    return words::lower_ascii(path).ends_with(ending);
}

bool may_be_layer(const std::string& path)
{
    return std::any_of(layer_endings.begin(), layer_endings.end(), [&](std::string_view ending) { return ends_with(path, ending); });
}

std::string without_ending(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos || (slash != std::string::npos && dot < slash) ? path : path.substr(0, dot);
}

/// Every run and every check leaves this layer; planners' files have no such one.
bool is_result(const std::vector<std::string>& layers)
{
    return std::find(layers.begin(), layers.end(), "data_issues") != layers.end();
}

std::set<Role> roles_of_osm()
{
    return {Role::schools, Role::campuses, Role::fields, Role::venues, Role::gates, Role::residential, Role::districts, Role::network};
}

class Surveyor
{
public:
    explicit Surveyor(unsigned threads) : threads_(threads) {}

    void look_at(const fs::path& argument)
    {
        std::error_code error;
        const auto status = fs::status(argument, error);
        if (fs::is_directory(status)) {
            look_into_folder(argument, 0);
        } else if (fs::is_regular_file(status)) {
            look_at_file(argument.string(), true, 0);
        } else {
            throw gis::Error(translate(Text::init_missing, {words::valid_utf8(argument.string())}));
        }
    }

    Survey read()
    {
        for (const std::string& path : osm_) {
            read_osm(path);
        }
        for (const std::string& path : files_) {
            read_layers(path);
        }
        std::sort(out_.passed_over.begin(), out_.passed_over.end(),
                  [](const PassedOver& a, const PassedOver& b) { return a.path < b.path; });
        bring_to_degrees(out_);
        return std::move(out_);
    }

private:
    void pass_over(const std::string& path, const std::string& reason) { out_.passed_over.push_back({path, words::visible(reason)}); }

    void look_into_folder(const fs::path& folder, int depth)
    {
        std::error_code error;
        std::set<std::string> paths;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
            paths.insert(entry->path().string());
        }
        if (error) {
            pass_over(folder.string(), error.message());
        }
        for (const std::string& path : paths) {
            look_at_path(path, paths, depth);
        }
    }

    void look_at_path(const std::string& path, const std::set<std::string>& siblings, int depth)
    {
        std::error_code error;
        const auto status = fs::status(path, error);
        if (fs::path(path).filename().string().starts_with('.')) {
            return;
        }
        if (fs::is_directory(status) && ends_with(path, ".gdb")) {
            keep(files_, path);
        } else if (fs::is_directory(status)) {
            if (depth < deepest_folder) {
                look_into_folder(path, depth + 1);
            }
        } else if (fs::is_regular_file(status) && !is_part(path, siblings)) {
            look_at_file(path, false, 0);
        } else if (fs::exists(status) && !fs::is_regular_file(status) && (may_be_layer(path) || gis::is_osm_path(path))) {
            pass_over(path, translate(Text::source_no_file, {role, words::valid_utf8(path)}));
        }
    }

    /// A .dbf beside its .shp, or a .txt that goes with a layer of the same name.
    static bool is_part(const std::string& path, const std::set<std::string>& siblings)
    {
        const std::string stem = without_ending(path);
        const auto beside = [&](const char* ending) { return siblings.contains(stem + ending); };
        return (ends_with(path, ".dbf") && (beside(".shp") || beside(".SHP") || beside(".tab"))) ||
               (ends_with(path, ".txt") && (beside(".shp") || beside("_README.txt")));
    }

    void look_at_file(const std::string& path, bool is_named, int depth)
    {
        if (!words::is_valid_utf8(path)) {
            pass_over(words::valid_utf8(path), translate(Text::init_name_not_utf8));
        } else if (gis::is_osm_path(path)) {
            look_at_osm(path);
        } else if (ends_with(path, ".zip")) {
            list_archive(path, depth);
        } else if (ends_with(path, ".toml") || ends_with(path, ".qgz") || ends_with(path, ".qgs")) {
            pass_over(path, translate(Text::init_own_file));
        } else if (is_named || may_be_layer(path) || ends_with(path, ".dbf")) {
            keep(files_, path);
        }
    }

    /// libosmium reads plain files only.
    void look_at_osm(const std::string& path)
    {
        if (path.starts_with("/vsizip/")) {
            pass_over(path, translate(Text::init_osm_in_zip));
        } else {
            keep(osm_, path);
        }
    }

    /// True for an archive within the bounds of docs/formats.md.
    bool is_sound_zip(const std::string& path)
    {
        gis::VectorSource source;
        source.path = path;
        source.role = role;
        try {
            gis::check_zip(source, path);
        } catch (const gis::Error& error) {
            pass_over(path, error.what());
            return false;
        }
        return true;
    }

    void list_archive(const std::string& path, int depth)
    {
        if (!is_sound_zip(path)) {
            return;
        }
        const auto names = gis::all_in_zip(path);
        if (names.empty() || depth >= deepest_archive) {
            return pass_over(path, translate(names.empty() ? Text::init_zip_unreadable : Text::init_zip_too_deep));
        }
        const std::set<std::string> siblings(names.begin(), names.end());
        for (const std::string& name : names) {
            const std::size_t database = words::lower_ascii(name).find(".gdb/");
            if (database != std::string::npos) {
                keep(files_, name.substr(0, database + 4));
            } else if (name.find("__MACOSX/") == std::string::npos && !is_part(name, siblings)) {
                look_at_file(name, false, depth + 1);
            }
        }
    }

    static void keep(std::set<std::string>& paths, const std::string& path)
    {
        paths.insert(path.starts_with("/vsi") ? path : fs::path(path).lexically_normal().string());
    }

    void read_osm(const std::string& path)
    {
        try {
            out_.osm.push_back({path, gis::read_osm(path, wanted_of_roles(roles_of_osm()), threads_)});
        } catch (const gis::Error& error) {
            pass_over(path, error.what());
        }
    }

    void read_layers(const std::string& path)
    {
        gis::VectorSource source;
        source.path = path;
        source.role = role;
        source.needs_crs = false;
        source.find_coordinates = coordinate_columns_of;
        try {
            const auto names = gis::layer_names(source);
            if (is_result(names)) {
                return pass_over(path, translate(Text::init_own_result));
            }
            for (const std::string& name : names) {
                source.layer = name;
                read_layer(source, names.size() > 1 ? name : "");
            }
        } catch (const gis::Error& error) {
            pass_over(path, error.what());
        }
    }

    void read_layer(const gis::VectorSource& source, const std::string& layer)
    {
        SurveyedLayer read{source.path, layer, gis::read_layer_as_written(source), false, {}, {}};
        if (read.rows.features.empty()) {
            return pass_over(layer.empty() ? read.path : read.path + ": " + layer, translate(Text::init_no_rows));
        }
        out_.layers.push_back(std::move(read));
    }

    unsigned threads_;
    std::set<std::string> osm_;
    std::set<std::string> files_;
    Survey out_;
};

/// Why nothing could be read, with the name of the file.
std::string first_reason(const Survey& seen, const std::vector<fs::path>& arguments)
{
    if (seen.passed_over.empty()) {
        return arguments.empty() ? "-" : translate(Text::init_nothing_in_it, {words::valid_utf8(arguments.front().string())});
    }
    const PassedOver& first = seen.passed_over.front();
    return first.reason.find(first.path) == std::string::npos ? "'" + first.path + "': " + first.reason : first.reason;
}

} // namespace

Survey survey(const std::vector<fs::path>& arguments, unsigned threads)
{
    Surveyor surveyor(threads);
    for (const fs::path& argument : arguments) {
        surveyor.look_at(argument);
    }
    Survey seen = surveyor.read();
    if (seen.layers.empty() && seen.osm.empty()) {
        throw gis::Error(translate(Text::init_nothing_read, {first_reason(seen, arguments)}));
    }
    return seen;
}

} // namespace fieldgap
