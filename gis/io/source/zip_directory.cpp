#include "gis/io/source/zip_directory.hpp"

#include "gis/error.hpp"
#include "gis/io/source/source_path.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace gis {
namespace {

using words::Text;
using VsiFile = std::unique_ptr<VSILFILE, int (*)(VSILFILE*)>;

// The layout is that of PKWARE's APPNOTE: little-endian numbers at fixed places behind a mark of four bytes.
constexpr std::string_view end_mark("PK\x05\x06", 4);
constexpr std::string_view end64_mark("PK\x06\x06", 4);
constexpr std::string_view locator64_mark("PK\x06\x07", 4);
constexpr std::string_view member_mark("PK\x01\x02", 4);
constexpr std::size_t end_bytes = 22;
constexpr std::size_t locator64_bytes = 20;
constexpr std::size_t end64_bytes = 56;
constexpr std::size_t member_bytes = 46;
constexpr std::size_t longest_comment = 65'535;
constexpr std::uint64_t see_zip64 = 0xFFFFFFFF;

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t length)
{
    std::uint64_t number = 0;
    for (std::size_t i = length; i-- > 0;) {
        number = number << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    }
    return number;
}

std::string bytes_at(VSILFILE* file, std::uint64_t at, std::uint64_t length)
{
    std::string bytes(static_cast<std::size_t>(length), '\0');
    const bool is_there = VSIFSeekL(file, at, SEEK_SET) == 0;
    bytes.resize(is_there ? VSIFReadL(bytes.data(), 1, bytes.size(), file) : 0);
    return bytes;
}

/// Where the list of members stands.
struct Place
{
    std::uint64_t count = 0;
    std::uint64_t bytes = 0;
    std::uint64_t at = 0;
};

/// Large archives say it again in wider numbers before their end.
std::optional<Place> wide_place(VSILFILE* file, std::string_view tail, std::size_t end)
{
    const std::string_view locator = end >= locator64_bytes ? tail.substr(end - locator64_bytes, locator64_bytes) : std::string_view();
    const std::string wide = locator.starts_with(locator64_mark) ? bytes_at(file, number_at(locator, 8, 8), end64_bytes) : std::string();
    if (!wide.starts_with(end64_mark)) {
        return std::nullopt;
    }
    return Place{number_at(wide, 32, 8), number_at(wide, 40, 8), number_at(wide, 48, 8)};
}

std::optional<Place> place_of_list(VSILFILE* file, std::uint64_t size)
{
    const std::uint64_t length = std::min<std::uint64_t>(size, end_bytes + longest_comment + locator64_bytes);
    const std::string tail = bytes_at(file, size - length, length);
    const std::size_t end = tail.rfind(end_mark);
    if (end == std::string::npos || tail.size() - end < end_bytes) {
        return std::nullopt;
    }
    if (const auto wide = wide_place(file, tail, end)) {
        return wide;
    }
    Place place{number_at(tail, end + 10, 2), number_at(tail, end + 12, 4), number_at(tail, end + 16, 4)};
    // Something may stand before the archive (a program that unpacks it): the list ends where its end begins.
    const std::uint64_t end_at = size - length + end;
    if (place.bytes > end_at) {
        return std::nullopt;
    }
    place.at = end_at - place.bytes;
    return place;
}

/// Sizes of four bytes that are too small stand in an extra field of kind 1, the unpacked one first.
void widen(ZipMember& member, std::string_view extra)
{
    while (extra.size() >= 4) {
        const std::size_t length = number_at(extra, 2, 2);
        if (number_at(extra, 0, 2) == 1) {
            std::size_t at = 4;
            for (std::uint64_t* bytes : {&member.unpacked_bytes, &member.packed_bytes}) {
                if (*bytes == see_zip64) {
                    *bytes = number_at(extra, at, 8);
                    at += 8;
                }
            }
        }
        extra.remove_prefix(std::min(extra.size(), 4 + length));
    }
}

/// Empty where the list breaks off.
std::optional<std::vector<ZipMember>> members_in(std::string_view list, std::uint64_t count)
{
    std::vector<ZipMember> members;
    for (std::uint64_t i = 0; i < count; ++i) {
        if (!list.starts_with(member_mark) || list.size() < member_bytes) {
            return std::nullopt;
        }
        const std::size_t name = number_at(list, 28, 2);
        const std::size_t extra = number_at(list, 30, 2);
        const std::size_t whole = member_bytes + name + extra + number_at(list, 32, 2);
        if (list.size() < whole) {
            return std::nullopt;
        }
        ZipMember member{std::string(list.substr(member_bytes, name)), number_at(list, 20, 4), number_at(list, 24, 4),
                         number_at(list, 16, 4)};
        widen(member, list.substr(member_bytes + name, extra));
        members.push_back(std::move(member));
        list.remove_prefix(whole);
    }
    return members;
}

} // namespace

bool is_zip_by_name(const std::string& path)
{
    const std::string small = words::lower_ascii(path);
    return small.ends_with(".zip") || small.ends_with(".kmz") || small.ends_with(".xlsx") || small.ends_with(".ods");
}

std::optional<ZipDirectory> zip_directory(const std::string& zip_path)
{
    const VsiFile file(VSIFOpenL(zip_path.c_str(), "rb"), [](VSILFILE* open) { return VSIFCloseL(open); });
    if (!file || VSIFSeekL(file.get(), 0, SEEK_END) != 0) {
        return std::nullopt;
    }
    const auto place = place_of_list(file.get(), VSIFTellL(file.get()));
    if (!place || place->bytes < place->count * member_bytes) {
        return std::nullopt;
    }
    ZipDirectory directory{place->count, {}};
    const std::uint64_t looked_at = std::min(place->count, ZipLimits::members);
    constexpr std::uint64_t max_of_member = member_bytes + std::uint64_t{3} * 65'535;
    const std::string list = bytes_at(file.get(), place->at, std::min(place->bytes, looked_at * max_of_member));
    auto members = members_in(list, looked_at);
    if (!members) {
        return std::nullopt;
    }
    directory.members = std::move(*members);
    return directory;
}

void check_zip(const VectorSource& source, const std::string& zip_path)
{
    const auto directory = zip_directory(zip_path);
    if (!directory) {
        throw Error(words::translate(Text::zip_broken, {source.role, words::valid_utf8(zip_path)}));
    }
    if (directory->count > ZipLimits::members) {
        throw Error(words::translate(Text::zip_too_many, {source.role, words::valid_utf8(zip_path), directory->count, ZipLimits::members}));
    }
    std::uint64_t all_bytes = 0;
    for (const ZipMember& member : directory->members) {
        all_bytes += std::min(member.unpacked_bytes, ZipLimits::bytes);
        const bool is_bomb =
            member.unpacked_bytes > ZipLimits::large_bytes && member.unpacked_bytes / ZipLimits::max_shrinking > member.packed_bytes;
        if (is_bomb || all_bytes > ZipLimits::bytes) {
            throw Error(words::translate(Text::zip_too_large, {source.role, words::valid_utf8(zip_path), words::valid_utf8(member.name),
                                                               member.unpacked_bytes / 1'000'000}));
        }
    }
}

void check_archives_on(const VectorSource& source)
{
    constexpr std::string_view prefix = "/vsizip/";
    const std::string& path = source.path;
    if (is_zip_by_name(path)) {
        check_zip(source, path);
    }
    if (!path.starts_with(prefix)) {
        return;
    }
    if (path.find('{') == std::string::npos) {
        const std::size_t end = words::lower_ascii(path).find(".zip/", prefix.size());
        check_zip(source, path.substr(prefix.size(), end == std::string::npos ? end : end + 4 - prefix.size()));
        return;
    }
    // Outermost first, for the inner ones are read through it.
    for (std::size_t end = path.find('}'); end != std::string::npos; end = path.find('}', end + 1)) {
        std::string archive = path.substr(0, end);
        const std::size_t depth = static_cast<std::size_t>(std::count(path.begin() + static_cast<std::ptrdiff_t>(end), path.end(), '}'));
        for (std::size_t i = 0; i < depth && archive.starts_with(prefix); ++i) {
            archive.erase(0, prefix.size() + 1);
        }
        check_zip(source, archive);
    }
}

} // namespace gis
