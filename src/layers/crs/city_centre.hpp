#pragma once
// Where the plane of a city is centred.

#include "gis/io/vector/vector_layer.hpp"

#include <vector>

namespace fieldgap {

/// The middle school, so that one school at (0, 0) does not move the plane away from the city. Rounded, so that the plane of a city
/// hardly depends on the last school added. `degrees` must not be empty.
gis::Point centre_of(const std::vector<gis::Point>& degrees);

/// The middles of the features that have a place, in degrees.
std::vector<gis::Point> layer_positions(const gis::VectorLayer& layer);

} // namespace fieldgap
