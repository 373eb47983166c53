#pragma once
// Which columns of a table hold its coordinates: by their headings, and by what stands in them.

#include "gis/io/source/vector_source.hpp"

namespace fieldgap {

/// `wkt` for a column of WKT, GeoJSON or pairs such as `117.2,39.13` (these by their values, whatever the heading), else `x` and `y`; none
/// where the table has no such columns. Of several coordinates those in WGS 84 go before those of a web map, and these before those of
/// which nothing is known: by their headings, and by two that differ as GCJ-02 or BD-09 differ from WGS 84 or from each other; then the
/// first by `coordinate_words`. Those without values go last. Those that are `named` stay, and get the datum that their headings name.
gis::CoordinateColumns coordinate_columns_of(const gis::TableSample& table, const gis::CoordinateColumns& named);

/// Columns whose numbers may be longitudes (73 to 135) or latitudes (18 to 54) of a place in China, for whoever has to name them.
std::vector<std::string> columns_like_longitude(const gis::TableSample& table);
std::vector<std::string> columns_like_latitude(const gis::TableSample& table);

} // namespace fieldgap
