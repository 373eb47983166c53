#pragma once
// Geometry that a table has in its columns.

#include "gis/io/vector/geometry_in.hpp"
#include "gis/io/vector/vector_layer.hpp"

namespace gis {

/// The head and the first rows of a layer.
TableSample sample_of(const VectorLayer& layer);

/// Fills in each feature's geometry from `layer.coordinates`, not yet in degrees. Throws Error for a column that is not there.
void read_geometry_columns(VectorLayer& layer, const VectorSource& source);

} // namespace gis
