#pragma once
// What an archive says it holds, read before anything in it is unpacked: a few bytes can claim to be a thousand files or a terabyte.

#include "gis/io/source/vector_source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gis {

/// Bounds of docs/formats.md. A member over `large_bytes` that shrank to less than 1 / `max_shrinking` is made to do harm.
struct ZipLimits
{
    static constexpr std::uint64_t members = 10'000;
    static constexpr std::uint64_t bytes = 8'000'000'000; ///< unpacked, of all members together
    static constexpr std::uint64_t large_bytes = 100'000'000;
    static constexpr std::uint64_t max_shrinking = 200;
};

struct ZipMember
{
    std::string name; ///< as it stands in the archive, in whatever encoding
    std::uint64_t packed_bytes = 0;
    std::uint64_t unpacked_bytes = 0;
    std::uint64_t checksum = 0; ///< CRC-32 of what was packed
};

struct ZipDirectory
{
    std::uint64_t count = 0;        ///< as declared
    std::vector<ZipMember> members; ///< the first `ZipLimits::members` of them
};

/// The list of files at the end of a .zip, of any path that GDAL opens; nothing where there is none or it is damaged.
std::optional<ZipDirectory> zip_directory(const std::string& zip_path);

/// Throws Error for a list that is damaged or beyond the bounds. `zip_path` lies in `source`, or is it.
void check_zip(const VectorSource& source, const std::string& zip_path);

/// True for a file that is an archive by its ending: .zip, .kmz, .xlsx, .ods.
bool is_zip_by_name(const std::string& path);

/// Checks each archive that a path leads through: `/vsizip/{/vsizip/{a.zip}/b.zip}/c.shp` through two; a .kmz, .xlsx or .ods is one too.
/// Throws Error.
void check_archives_on(const VectorSource& source);

} // namespace gis
