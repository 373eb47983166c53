#pragma once
// What the text of a GeoJSON file says of itself, beside GDAL, which passes over what it does not understand.

#include <cstdint>
#include <optional>
#include <string>

namespace gis {

struct GeoJsonText
{
    std::optional<std::uint64_t> features; ///< elements of its `features`; nothing where it is no collection
    std::uint64_t line_of_more = 0;        ///< where something follows the end of the text (1-based), which GDAL passes over; else 0
    std::string crs;                       ///< the text of its member `crs`; empty where there is none
};

/// Looks through a file of any size in one pass. Of text that is no JSON (which GDAL refuses) the answer means nothing.
GeoJsonText geojson_text(const std::string& path);

struct JsonLines
{
    std::uint64_t records = 0; ///< lines that are not blank, or what stands between record separators
    std::uint64_t odd = 0;     ///< the first of them (1-based) that is not one whole object; 0 where all are
};

/// Looks through a file of GeoJSON lines.
JsonLines json_lines(const std::string& path);

/// Whether the member `crs` of a GeoJSON file names a system that can be known without asking anybody. GDAL takes degrees where it does
/// not know one.
bool is_known_crs_member(const std::string& crs);

} // namespace gis
