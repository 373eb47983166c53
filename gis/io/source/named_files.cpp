#include "gis/io/source/named_files.hpp"

#include "gis/error.hpp"
#include "gis/io/source/source_path.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <sys/stat.h>

namespace gis {
namespace {

namespace fs = std::filesystem;
using words::Text;

/// Parts that carry the name of the main file with another ending, and those that add one to its whole name.
constexpr std::array<std::string_view, 21> part_endings = {".shp", ".shx", ".dbf",  ".prj", ".qpj", ".cpg", ".sbn",
                                                           ".sbx", ".qix", ".tab",  ".dat", ".map", ".id",  ".ind",
                                                           ".mif", ".mid", ".csvt", ".gfs", ".xsd", ".tfw", ".vrt"};
constexpr std::array<std::string_view, 6> side_endings = {"-wal", "-shm", "-journal", ".aux.xml", ".ovr", ".xml"};

/// `/vsizip/{/data/a.zip}/b.shp` as `/data/a.zip/b.shp`.
std::string without_file_systems(std::string path)
{
    for (auto at = path.find("/vsi"); at != std::string::npos; at = path.find("/vsi", at)) {
        const auto end = path.find('/', at + 1);
        path.erase(at, end == std::string::npos ? end : end + 1 - at);
    }
    path.erase(std::remove_if(path.begin(), path.end(), [](char letter) { return letter == '{' || letter == '}'; }), path.end());
    return path;
}

/// The file on the disk that a path leads into; empty where there is none.
fs::path file_holding(fs::path path)
{
    std::error_code error;
    while (!path.empty() && !fs::exists(path, error) && path.has_parent_path() && path.parent_path() != path) {
        path = path.parent_path();
    }
    return fs::is_regular_file(path, error) ? path : fs::path();
}

void add_folder(const fs::path& folder, std::vector<std::string>& files)
{
    std::error_code error;
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry(folder, options, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored) && entry->path().extension() != ".toml") {
            files.push_back(entry->path().string());
        }
    }
}

void add_file(const fs::path& file, std::vector<std::string>& files)
{
    files.push_back(file.string());
    for (const std::string_view ending : side_endings) {
        files.push_back(file.string() + std::string(ending));
    }
    for (const std::string_view ending : part_endings) {
        std::string capital(ending);
        std::transform(capital.begin(), capital.end(), capital.begin(),
                       [](char letter) { return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter; });
        files.push_back(fs::path(file).replace_extension(ending).string());
        files.push_back(fs::path(file).replace_extension(capital).string());
    }
}

/// What makes a file itself: its inode where it is there, else its place.
struct Identity
{
    dev_t device = 0;
    ino_t inode = 0;
    std::string place; ///< empty where the file is there

    auto operator<=>(const Identity&) const = default;
};

fs::path place_of(const fs::path& path)
{
    std::error_code error;
    const fs::path place = fs::weakly_canonical(fs::absolute(path, error), error);
    return error ? path : place;
}

/// Of many files in few folders: most are the parts that an input might have and has not, and a folder's place is looked up once.
class Identities
{
public:
    Identity of(const std::string& path)
    {
        struct stat status = {};
        if (stat(path.c_str(), &status) == 0) {
            return {status.st_dev, status.st_ino, {}};
        }
        const fs::path file(path);
        const fs::path name = file.filename();
        if (name.empty() || name == "." || name == "..") {
            return {0, 0, place_of(file).string()};
        }
        const auto [folder, is_new] = folders_.try_emplace(file.parent_path().string());
        if (is_new) {
            folder->second = place_of(file.parent_path().empty() ? fs::path(".") : file.parent_path());
        }
        return {0, 0, (folder->second / name).string()};
    }

private:
    std::map<std::string, fs::path> folders_; ///< where each lies
};

/// The first input that is read from each of these files. Inputs are many, in a batch, and looked at one by one.
std::map<Identity, NamedFile> inputs_among(const std::set<Identity>& files, const std::vector<NamedFile>& inputs, Identities& identities)
{
    std::map<Identity, NamedFile> found;
    for (const NamedFile& input : inputs) {
        for (const std::string& file : files_read_for(input.path)) {
            const Identity identity = identities.of(file);
            if (files.contains(identity)) {
                found.try_emplace(identity, input);
            }
        }
    }
    return found;
}

/// Every log may go to /dev/null or a terminal.
bool is_device(const std::string& path)
{
    struct stat status = {};
    return stat(path.c_str(), &status) == 0 && S_ISCHR(status.st_mode);
}

} // namespace

std::vector<std::string> files_read_for(const std::string& path)
{
    std::vector<std::string> files;
    if (path.empty() || is_remote(path)) {
        return files;
    }
    const fs::path place = without_file_systems(path);
    std::error_code error;
    if (fs::is_directory(place, error)) {
        add_folder(place, files);
        return files;
    }
    const fs::path holder = file_holding(place);
    add_file(holder.empty() ? place : holder, files);
    return files;
}

bool is_one_of(const std::vector<NamedFile>& inputs, const std::string& output)
{
    Identities identities;
    return !inputs_among({identities.of(output)}, inputs, identities).empty();
}

void refuse_clashes(const std::vector<NamedFile>& inputs, const std::vector<NamedFile>& outputs)
{
    std::vector<NamedFile> written;
    std::copy_if(outputs.begin(), outputs.end(), std::back_inserter(written),
                 [](const NamedFile& output) { return !output.path.empty() && !is_device(output.path); });
    Identities identities;
    std::set<Identity> files;
    for (const NamedFile& output : written) {
        files.insert(identities.of(output.path));
    }
    std::map<Identity, NamedFile> known = inputs_among(files, inputs, identities);
    for (const NamedFile& output : written) {
        const auto [found, is_new] = known.try_emplace(identities.of(output.path), output);
        if (!is_new) {
            throw UsageError(words::translate(Text::output_clash, {output.role, words::valid_utf8(output.path), found->second.role,
                                                                   words::valid_utf8(found->second.path)}));
        }
    }
}

} // namespace gis
