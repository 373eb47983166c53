#include "layers/config/config_paths.hpp"

#include "gis/io/base/secrets.hpp"
#include "gis/io/source/source_path.hpp"
#include "words/ascii.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <string_view>

namespace fieldgap::config {
namespace {

std::string in_braces(const std::string& prefix, const std::string& rest, const std::string& folder)
{
    const auto close = rest.rfind('}');
    if (close == std::string::npos) {
        return prefix + rest;
    }
    return prefix + "{" + resolved(rest.substr(1, close - 1), folder) + rest.substr(close);
}

// /vsizip/inner.zip/a.shp is relative, /vsizip//data/inner.zip/a.shp absolute; braces hold a path of their own.
std::string resolved_in_archive(const std::string& written, const std::string& folder)
{
    const auto prefix_end = written.find('/', 1);
    if (prefix_end == std::string::npos) {
        return written;
    }
    const auto prefix = written.substr(0, prefix_end + 1);
    const auto rest = written.substr(prefix_end + 1);
    if (rest.starts_with('{')) {
        return in_braces(prefix, rest, folder);
    }
    return rest.starts_with('/') ? written : prefix + resolved(rest, folder);
}

bool is_archive(const std::string& written)
{
    constexpr std::array<std::string_view, 3> archives = {"/vsizip/", "/vsitar/", "/vsigzip/"};
    return std::any_of(archives.begin(), archives.end(), [&](std::string_view prefix) { return written.starts_with(prefix); });
}

} // namespace

std::string resolved(const std::string& written, const std::string& folder)
{
    if (gis::is_remote(written)) {
        return written;
    }
    if (is_archive(written)) {
        return resolved_in_archive(written, folder);
    }
    const std::filesystem::path path(written);
    return path.is_absolute() ? written : (std::filesystem::path(folder) / path).lexically_normal().string();
}

std::string shown_path(const std::string& written)
{
    const bool is_relative = !written.starts_with('/') ||
                             (is_archive(written) && written.find("//") == std::string::npos && written.find("{/") == std::string::npos);
    if (is_relative || gis::is_remote(written)) {
        return gis::without_passwords(written);
    }
    // Of an archive, its name and what lies in it; else the name of the file.
    const std::string small = words::lower_ascii(written);
    const auto archive_end = std::min(small.find(".zip"), small.find(".tar"));
    return written.substr(written.find_last_of('/', archive_end) + 1);
}

} // namespace fieldgap::config
