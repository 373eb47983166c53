#include "gis/io/source_path.hpp"

#include "gis/error.hpp"
#include "gis/io/encoding.hpp"
#include "words/words.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>
#include <string_view>

#include <sys/stat.h>

namespace gis {
namespace {

using words::Text;

constexpr std::array<std::string_view, 5> local_file_systems = {"/vsizip/", "/vsitar/", "/vsigzip/", "/vsimem/", "/vsisubfile/"};

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

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

} // namespace

bool is_remote(const std::string& path)
{
    const std::string text = lower(path);
    return text.find("://") != std::string::npos || text.starts_with("pg:") || text.starts_with("postgresql:") ||
           names_foreign_file_system(text);
}

std::string shown(const VectorSource& source)
{
    static const std::regex password(R"((password\s*=\s*)('[^']*'|\S+)|(://[^/\s:@]*:)[^/\s]*@)", std::regex::icase);
    return std::regex_replace(valid_utf8(source.path), password, "$1$3***");
}

void check_source_path(const VectorSource& source)
{
    if (is_remote(source.path)) {
        if (!source.remote) {
            throw Error(words::say(Text::source_is_remote, {source.role, shown(source), source.role}));
        }
        return;
    }
    VSIStatBufL status{};
    if (source.path.empty() || source.path.find('\0') != std::string::npos || VSIStatL(source.path.c_str(), &status) != 0) {
        throw Error(words::say(Text::source_missing, {source.role, shown(source)}));
    }
    // A pipe or a device would be waited for without end.
    if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) {
        throw Error(words::say(Text::source_no_file, {source.role, shown(source)}));
    }
}

} // namespace gis
