#include "gis/io/source/source_path.hpp"

#include "gis/error.hpp"
#include "gis/io/base/secrets.hpp"
#include "gis/io/source/remote_copy.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <string_view>

#include <sys/stat.h>

namespace gis {
namespace {

using words::Text;

constexpr std::array<std::string_view, 5> local_file_systems = {"/vsizip/", "/vsitar/", "/vsigzip/", "/vsimem/", "/vsisubfile/"};

/// GDAL's file systems nest, so each `/vsi` counts, wherever it stands.
bool names_foreign_file_system(const std::string& path)
{
    for (auto at = path.find("/vsi"); at != std::string::npos; at = path.find("/vsi", at + 1)) {
        const std::string_view rest = std::string_view(path).substr(at);
        const bool is_local =
            std::any_of(local_file_systems.begin(), local_file_systems.end(), [&](auto name) { return rest.starts_with(name); });
        if (!is_local) {
            return true;
        }
    }
    return false;
}

namespace fs = std::filesystem;

/// The archive on the disk in which a path of GDAL's file systems lies; where there is none, what is there of its path.
fs::path place_on_disk(std::string path)
{
    while (path.starts_with("/vsi")) {
        const bool is_part = path.starts_with("/vsisubfile/");
        path.erase(0, std::min(path.find(is_part ? ',' : '/', is_part ? 0 : 1), path.size() - 1) + 1);
        path.erase(0, std::min(path.find_first_not_of('{'), path.size()));
    }
    fs::path place = path.substr(0, path.find('}'));
    std::error_code error;
    while (!place.empty() && !fs::exists(fs::status(place, error)) && place.has_parent_path() && place != place.parent_path()) {
        place = place.parent_path();
    }
    return place;
}

/// A link counts as what it leads to. What is not there is no pipe.
bool is_pipe_or_device(const fs::path& path)
{
    std::error_code error;
    const auto status = fs::status(path, error);
    return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

/// True for what GDAL may read together with a file: the same name with another ending, or with something behind it.
bool goes_with(const std::string& name, const fs::path& file)
{
    return words::lower_ascii(name).starts_with(words::lower_ascii(file.stem().string()) + ".");
}

} // namespace

std::optional<std::string> pipe_among(const std::string& path)
{
    const bool is_inside = path.starts_with("/vsi");
    const fs::path place = is_inside ? place_on_disk(path) : fs::path(path);
    if (is_pipe_or_device(place)) {
        return place.string();
    }
    std::error_code error;
    const bool is_folder = fs::is_directory(place, error);
    if (is_inside && is_folder) {
        return std::nullopt; // the archive itself is not there
    }
    const fs::path folder = is_folder ? place : fs::absolute(place, error).parent_path();
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const bool is_read = is_folder || goes_with(entry->path().filename().string(), place);
        if (is_read && is_pipe_or_device(entry->path())) {
            return entry->path().string();
        }
    }
    return std::nullopt;
}

bool is_remote(const std::string& path)
{
    const std::string text = words::lower_ascii(path);
    return text.find("://") != std::string::npos || text.starts_with("pg:") || text.starts_with("postgresql:") ||
           names_foreign_file_system(text);
}

bool is_elsewhere(const std::string& output)
{
    // A folder of this machine may be called anything but the beginning of a file system of GDAL's.
    const std::string text = words::lower_ascii(output);
    return text.starts_with("/vsi") || text.starts_with("pg:") || text.find("://") != std::string::npos;
}

std::string shown(const VectorSource& source)
{
    const bool is_copy = !source.copies_in.empty() && source.path.starts_with(source.copies_in);
    return without_passwords(words::valid_utf8(is_copy ? original_path(source.path, source.copies_in) : source.path));
}

void check_source_path(const VectorSource& source)
{
    if (is_remote(source.path)) {
        if (!source.remote) {
            throw Error(words::translate(Text::source_is_remote, {source.role, shown(source), source.role}));
        }
        return;
    }
    // A pipe or a device would be waited for without end, so this is asked before anything is opened.
    if (const auto pipe = pipe_among(source.path)) {
        const bool is_itself = *pipe == source.path;
        throw Error(is_itself ? words::translate(Text::source_no_file, {source.role, shown(source)})
                              : words::translate(Text::source_part_no_file, {source.role, words::valid_utf8(*pipe), shown(source)}));
    }
    VSIStatBufL status{};
    if (source.path.empty() || source.path.find('\0') != std::string::npos || VSIStatL(source.path.c_str(), &status) != 0) {
        throw Error(words::translate(Text::source_missing, {source.role, shown(source)}));
    }
    if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) {
        throw Error(words::translate(Text::source_no_file, {source.role, shown(source)}));
    }
}

} // namespace gis
