#include "gis/io/source/remote_copy.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/base/secrets.hpp"
#include "gis/io/source/source_path.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <cpl_vsi_error.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <string_view>
#include <vector>

namespace gis {
namespace {

namespace fs = std::filesystem;
using words::Text;

constexpr std::array<std::string_view, 5> remote_file_systems = {"/vsis3/", "/vsicurl/", "/vsigs/", "/vsiaz/", "/vsioss/"};

/// Before each name of a copy's path that GDAL, and `is_remote`, would take for one of its file systems.
const std::string here = "=";

/// The endings of what is read together with a file: in place of its own ending, or behind its whole name.
struct Parts
{
    std::string_view of;
    std::vector<const char*> in_place;
    std::vector<const char*> behind;
};

const std::vector<Parts>& known_parts()
{
    static const std::vector<Parts> known = {{".shp", {".shx", ".dbf", ".prj", ".cpg"}, {}},
                                             {".tab", {".dat", ".map", ".id", ".ind"}, {}},
                                             {".mif", {".mid"}, {}},
                                             {".gml", {".xsd"}, {}},
                                             {".gpkg", {}, {"-wal", "-journal"}},
                                             {".sqlite", {}, {"-wal", "-journal"}}};
    return known;
}

std::string upper_ascii(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char letter) { return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter; });
    return text;
}

/// What may lie beside a file and be read with it.
std::vector<std::string> parts_beside(const std::string& path)
{
    std::vector<std::string> parts;
    const std::string ending = fs::path(path).extension().string();
    for (const Parts& known : known_parts()) {
        if (words::lower_ascii(ending) != known.of) {
            continue;
        }
        const std::string stem = path.substr(0, path.size() - ending.size());
        for (const char* part : known.in_place) {
            parts.push_back(stem + (ending == known.of ? part : upper_ascii(part)));
        }
        for (const char* part : known.behind) {
            parts.push_back(path + part);
        }
    }
    return parts;
}

class Copying
{
public:
    Copying(const VectorSource& source, const fs::path& folder) : source_(source), folder_(folder) {}

    void copy_all() const;

private:
    std::string why_not_there() const;
    void copy_file(const std::string& path, std::uint64_t bytes) const;
    [[noreturn]] void fail(const std::string& why) const;

    const VectorSource& source_;
    const fs::path& folder_;
    GdalMessages messages_;
};

void Copying::fail(const std::string& why) const
{
    throw_if_interrupted();
    throw Error(words::translate(Text::source_not_fetched, {source_.role, shown(source_), why}));
}

/// What the server says, such as that it does not know the key.
std::string Copying::why_not_there() const
{
    const std::string said = words::valid_utf8(VSIGetLastErrorMsg());
    if (messages_.failed()) {
        return messages_.first_failure();
    }
    return said.empty() ? words::translate(Text::fetch_missing) : without_passwords(said);
}

void Copying::copy_all() const
{
    constexpr int asked = VSI_STAT_EXISTS_FLAG | VSI_STAT_NATURE_FLAG | VSI_STAT_SIZE_FLAG | VSI_STAT_SET_ERROR_FLAG;
    VSIStatBufL status{};
    VSIErrorReset();
    if (VSIStatExL(source_.path.c_str(), &status, asked) != 0) {
        fail(why_not_there());
    }
    if (!VSI_ISDIR(status.st_mode)) {
        copy_file(source_.path, static_cast<std::uint64_t>(status.st_size));
        for (const std::string& part : parts_beside(source_.path)) {
            if (VSIStatL(part.c_str(), &status) == 0) {
                copy_file(part, static_cast<std::uint64_t>(status.st_size));
            }
        }
        return;
    }
    const CPLStringList names(VSIReadDirRecursive(source_.path.c_str()));
    for (int i = 0; i < names.size(); ++i) {
        const std::string path = source_.path + "/" + names[i];
        if (VSIStatL(path.c_str(), &status) == 0 && !VSI_ISDIR(status.st_mode)) {
            copy_file(path, static_cast<std::uint64_t>(status.st_size));
        }
    }
}

void Copying::copy_file(const std::string& path, std::uint64_t bytes) const
{
    const fs::path copy = copied_path(path, folder_);
    std::error_code error;
    fs::create_directories(copy.parent_path(), error);
    std::ofstream out(copy, std::ios::binary | std::ios::trunc);
    const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> in(VSIFOpenL(path.c_str(), "rb"), [](VSILFILE* open) { return VSIFCloseL(open); });
    std::vector<char> part(std::size_t{1} << 20U);
    std::uint64_t copied = 0;
    while (in && out) {
        throw_if_interrupted();
        const std::size_t count = VSIFReadL(part.data(), 1, part.size(), in.get());
        if (count == 0) {
            break;
        }
        out.write(part.data(), static_cast<std::streamsize>(count));
        copied += count;
    }
    out.close();
    if (!out) {
        fail(std::strerror(errno));
    }
    if (copied != bytes) {
        fail(messages_.failed() ? messages_.first_failure() : words::translate(Text::fetch_short, {copied, bytes}));
    }
}

} // namespace

bool is_remote_file(const std::string& path)
{
    return std::any_of(remote_file_systems.begin(), remote_file_systems.end(), [&](auto prefix) { return path.starts_with(prefix); });
}

std::string copied_path(const std::string& path, const fs::path& folder)
{
    fs::path place = folder;
    for (const fs::path& part : fs::path(path).relative_path()) {
        const std::string name = part.string();
        const bool leads_out = name == "..";
        place /= leads_out ? "__" : name.starts_with("vsi") ? here + name : name;
    }
    return place.string();
}

std::string original_path(const std::string& copy, const fs::path& folder)
{
    std::string path = copy.substr(folder.string().size());
    for (auto at = path.find("/" + here + "vsi"); at != std::string::npos; at = path.find("/" + here + "vsi", at)) {
        path.erase(at + 1, here.size());
    }
    const auto scheme_end = path.starts_with("/vsicurl/") ? path.find(":/") : std::string::npos;
    return scheme_end == std::string::npos ? path : path.insert(scheme_end + 1, "/");
}

void copy_here(const VectorSource& source, const fs::path& folder)
{
    check_source_path(source);
    std::error_code error;
    if (!fs::exists(copied_path(source.path, folder), error)) {
        Copying(source, folder).copy_all();
    }
}

} // namespace gis
