#pragma once
// Whether a file is what it was.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gis {

/// SHA-256 (lower-case hex) and size of a file (of a shapefile: of its .shp, .shx, .dbf, .prj and .cpg in this order; of an SQLite file
/// beside which edits wait in a -wal or -journal: of both in this order, for both are read).
struct FileDigest
{
    std::string sha256;
    std::uint64_t bytes = 0;
};
FileDigest file_digest(const std::string& path);
/// Of several files: of one after the other.
FileDigest file_digest(const std::vector<std::string>& paths);

/// SHA-256 (lower-case hex) of a text.
std::string text_digest(std::string_view text);

/// Sizes and times of change of the files that `file_digest` reads, as a text to be compared: quicker than a digest. Empty where there is
/// no file, or it is not on this machine.
std::string file_stamp(const std::string& path);
std::string file_stamp(const std::vector<std::string>& paths);

} // namespace gis
