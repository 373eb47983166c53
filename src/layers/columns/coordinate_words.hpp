#pragma once
// The words of headings of coordinates, and those that say who made them. Data, one line each.

#include "gis/io/crs/source_crs.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace fieldgap {

/// Headings that go together: the x and the y of a table are of one family where they can be.
enum class CoordinateFamily : std::uint8_t { longitude_latitude, x_y, easting_northing, german_grid };

struct CoordinateWords
{
    CoordinateFamily family;
    std::string_view x; ///< parted by spaces, the most telling first; written as `heading_key` has them
    std::string_view y;
};
std::span<const CoordinateWords> coordinate_words();

/// Headings of WKT and GeoJSON, the most telling first.
std::string_view geometry_words();

/// Headings of pairs in one cell, by which number stands first.
struct PairWords
{
    bool is_north_first;
    std::string_view words;
};
std::span<const PairWords> pair_words();

/// Words that say in which datum coordinates are. The short ones stand alone in a heading (`lon_gd`), the others also joined to another
/// word (`wgs84lng`, 高德经度).
struct DatumWords
{
    gis::WebDatum datum;
    std::string_view joined;
    std::string_view alone;
};
std::span<const DatumWords> datum_words();

/// Words beside those of a coordinate that say nothing about it: `school_lng`, 中心点经度.
std::string_view neutral_coordinate_words();

} // namespace fieldgap
