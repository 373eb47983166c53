#pragma once
// Which coordinate reference system a layer is in.

#include "gis/io/crs.hpp"
#include "gis/io/vector_layer.hpp"

#include <string>

class OGRLayer;

namespace gis {

/// The user's `crs`, else the layer's own; null where there is none and none is needed. `layer` may be null (coordinates in columns).
/// Throws Error: none there, or the user's is none that PROJ knows, or it has no place on the globe.
Crs crs_of_source(const VectorSource& source, OGRLayer* layer, const std::string& layer_name);

} // namespace gis
