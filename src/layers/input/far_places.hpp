#pragma once
// Layers and single places that lie far from all others.

#include "layers/input/read_city.hpp"

namespace fieldgap {

/// Reports layers far from the schools, and single places far from the rest by the spread of their own layer: a wide city has schools 300
/// km from its middle, and one school in the next province is still an error. There must be schools. Returns their middle, in the plane.
gis::Point note_far_places(CityInput& input);

} // namespace fieldgap
