#pragma once
// What is done to the coordinates of a layer when it comes in.

#include "domain/city/finding.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "layers/config/config.hpp"

#include <optional>

namespace fieldgap {

/// Where most features of a layer as written lie, in degrees, by the reading that the source declares (the outer twentieths are left out).
/// None without CRS, or where that reading leads nowhere.
std::optional<gis::Box> declared_extent(const gis::VectorLayer& as_written, const gis::VectorSource& source);

/// Brings a layer as written to degrees. What can have only one reading is mended and reported: x and y swapped in all or in single rows, a
/// zone number before the easting that the CRS does not have, or lacks. Single rows at 0, 0 or outside the area of their CRS lose their
/// geometry, with the reason in `geometry_problem`. `extent` is where the other layers lie.
/// Returns the reading that was used. Throws gis::Error, naming the best candidates: no CRS, or coordinates that cannot be in it.
gis::SourceCrs georeference(gis::VectorLayer& as_written, const InputSpec& spec, const std::optional<gis::Box>& extent, Findings& findings);

} // namespace fieldgap
