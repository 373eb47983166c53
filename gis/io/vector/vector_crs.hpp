#pragma once
// Which coordinate reference system a layer is in.

#include "gis/io/crs/crs.hpp"
#include "gis/io/vector/vector_layer.hpp"

namespace gis {

/// Writes name, authority code and text of a CRS into the layer.
void note_crs(const OGRSpatialReference& crs, VectorLayer& layer);

/// The user's `crs` (noted in the layer), else the layer's own; null where there is none and none is needed.
/// Throws Error: none there, or the user's is none that PROJ knows, or it has no place on the globe.
Crs crs_of_layer(VectorLayer& layer, const VectorSource& source);

} // namespace gis
