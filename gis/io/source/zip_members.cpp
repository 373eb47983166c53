#include "gis/io/source/zip_members.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/source/source_path.hpp"
#include "gis/io/source/zip_directory.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <cpl_vsi.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

namespace gis {
namespace {

using words::Text;
using words::translate;

/// The archive in which the file lies and the beginning of the names of what belongs to it; no archive for other files.
std::pair<std::string, std::string> archive_and_stem(const std::string& path)
{
    constexpr std::string_view prefix = "/vsizip/{";
    if (is_zip_by_name(path)) {
        return {path, ""};
    }
    const std::size_t end = path.rfind("}/");
    if (!path.starts_with(prefix) || end == std::string::npos) {
        return {};
    }
    return {path.substr(prefix.size(), end - prefix.size()), std::filesystem::path(path.substr(end + 2)).replace_extension().string()};
}

/// True where it cannot be opened by its name as well: what nothing reads does no harm.
bool is_as_packed(const std::string& path, const ZipMember& member)
{
    const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> file(VSIFOpenL(path.c_str(), "rb"),
                                                             [](VSILFILE* open) { return VSIFCloseL(open); });
    if (!file) {
        return true;
    }
    std::vector<unsigned char> piece(std::size_t{1} << 20U);
    std::uint64_t bytes = 0;
    uLong sum = crc32(0, nullptr, 0);
    while (const std::size_t count = VSIFReadL(piece.data(), 1, piece.size(), file.get())) {
        throw_if_interrupted();
        sum = crc32(sum, piece.data(), static_cast<uInt>(count));
        bytes += count;
    }
    return bytes == member.unpacked_bytes && sum == member.checksum;
}

} // namespace

void check_members(const VectorSource& source, const std::string& path)
{
    const auto [archive, stem] = archive_and_stem(path);
    const auto directory = archive.empty() ? std::nullopt : zip_directory(archive);
    if (!directory) {
        return;
    }
    for (const ZipMember& member : directory->members) {
        const bool belongs = member.name.starts_with(stem) && !member.name.ends_with('/');
        if (belongs && !is_as_packed("/vsizip/{" + archive + "}/" + member.name, member)) {
            throw Error(translate(Text::source_damaged,
                                  {source.role, shown(source), translate(Text::damage_member, {words::valid_utf8(member.name)})}));
        }
    }
}

} // namespace gis
