#pragma once
// Any vector layer or table through GDAL's drivers (an allow-list), brought to WGS 84 degrees at the door.

#include "gis/geometry/shapes.hpp"
#include "gis/io/base/encoding_guess.hpp"
#include "gis/io/crs/source_crs.hpp"
#include "gis/io/source/vector_source.hpp"
#include "gis/io/table/table_head.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gis {

struct VectorFeature
{
    std::uint64_t row = 0; ///< 1-based, in the order of the file; in a table counted from the first row below the head
    Geometry geometry;     ///< degrees, WGS 84 (or as written, see `read_layer_as_written`)
    std::string
        geometry_problem; ///< empty, or what was wrong with it (`empty`, `not_finite` (no numbers, or nowhere on the globe), `at_zero`
                          ///< (0, 0), `outside_crs` (not where its CRS is used, unlike the rest),
                          ///< `curve`, `collection`, `multipoint`)
    std::vector<std::optional<std::string>> values; ///< text of each column, numbers as written with full precision; absent = NULL
};

struct VectorLayer
{
    std::string name;
    std::string driver;
    std::vector<std::string> columns;
    std::vector<VectorFeature> features;
    bool has_geometry = false;
    CoordinateColumns coordinates; ///< the columns that the geometry was made of, if it was
    std::string crs_name;          ///< empty for a table
    std::string crs_authority;     ///< such as `EPSG:4490`, empty if the CRS has none
    std::string crs_text;          ///< WKT from which the CRS can be made again; empty if there is none
    std::string encoding;          ///< what the text was read as
    bool encoding_guessed = false;
    std::vector<EncodingReading> encoding_choices; ///< where the text does not tell which of these it is in; else empty
    std::string encoding_overruled;                ///< what the file declares itself to be in, where its text says otherwise
    std::optional<TableReading> table;             ///< how the head of a table was found; nothing for other layers

    /// Position of a column by its exact name, or none.
    std::optional<std::size_t> column(std::string_view name) const;
};

/// The layer with geometry in the file's own coordinates and the CRS that the file itself declares, if any; what the source says of
/// coordinates (crs, datum, swap_xy, helmert, needs_crs) is not looked at.
/// Throws Error: file missing, no driver on the list takes it, layer not there (names those that are), filter wrong.
VectorLayer read_layer_as_written(const VectorSource& source);

/// The layer as written, brought to degrees by what the source says, else by its own CRS.
/// Throws Error like `read_layer_as_written`, and for a layer with geometry but without CRS.
VectorLayer read_vector_layer(const VectorSource& source);

/// Throws UsageError, which names the input and its file, where `crs` is given and is no coordinate reference system.
void check_crs(const VectorSource& source);

/// Brings a layer as written to degrees in place; the second half of `read_vector_layer`.
void bring_to_degrees(VectorLayer& layer, const VectorSource& source);

/// Layer names of a file in its order; throws like `read_vector_layer`.
std::vector<std::string> layer_names(const VectorSource& source);

} // namespace gis
