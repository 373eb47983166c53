#include "gis/io/base/archive.hpp"

#include "words/ascii.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <set>
#include <string_view>

namespace gis {
namespace {

constexpr std::array<std::string_view, 20> endings = {".shp", ".gpkg", ".geojson", ".json", ".geojsonl", ".geojsons", ".topojson",
                                                      ".fgb", ".csv",  ".tsv",     ".xlsx", ".xls",      ".ods",      ".tab",
                                                      ".mif", ".kml",  ".gml",     ".gpx",  ".sqlite",   ".dxf"};

/// Only what a layer is made of; the parts beside a .shp are not layers, and what macOS leaves in an archive is nothing.
bool is_readable(const std::string& name)
{
    const std::string small = words::lower_ascii(name);
    return small.find("__macosx/") == std::string::npos &&
           std::any_of(endings.begin(), endings.end(), [&](auto ending) { return small.ends_with(ending); });
}

} // namespace

std::vector<std::string> readable_in_zip(const std::string& zip_path)
{
    const std::string root = "/vsizip/{" + zip_path + "}";
    const CPLStringList names(VSIReadDirRecursive(root.c_str()));
    std::set<std::string> found;
    std::set<std::string> tables;
    for (int i = 0; i < names.size(); ++i) {
        const std::string name = names[i];
        const auto database = words::lower_ascii(name).find(".gdb/");
        if (database != std::string::npos) {
            found.insert(root + "/" + name.substr(0, database + 4));
        } else if (is_readable(name)) {
            found.insert(root + "/" + name);
        } else if (words::lower_ascii(name).ends_with(".dbf")) {
            tables.insert(root + "/" + name);
        }
    }
    if (found.empty()) {
        found = tables;
    }
    return {found.begin(), found.end()};
}

std::vector<std::string> all_in_zip(const std::string& zip_path)
{
    const std::string root = "/vsizip/{" + zip_path + "}";
    const CPLStringList names(VSIReadDirRecursive(root.c_str()));
    std::vector<std::string> files;
    for (int i = 0; i < names.size(); ++i) {
        if (!std::string_view(names[i]).ends_with('/')) {
            files.push_back(root + "/" + names[i]);
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool is_folder(const std::string& path)
{
    VSIStatBufL status{};
    return VSIStatL(path.c_str(), &status) == 0 && VSI_ISDIR(status.st_mode);
}

std::string bytes_of(const std::string& path, std::size_t most)
{
    const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> file(VSIFOpenL(path.c_str(), "rb"),
                                                             [](VSILFILE* open) { return VSIFCloseL(open); });
    std::string bytes;
    if (!file) {
        return bytes;
    }
    std::array<char, 65536> part{};
    while (bytes.size() < most) {
        const std::size_t count = VSIFReadL(part.data(), 1, std::min(part.size(), most - bytes.size()), file.get());
        if (count == 0) {
            break;
        }
        bytes.append(part.data(), count);
    }
    return bytes;
}

} // namespace gis
