#pragma once
// Layers and single places that lie far from all others.

#include "layers/input/read_city.hpp"

namespace fieldgap {

/// Reports layers far from the schools, and single places far from the rest by the spread of their own layer: a wide city has schools 300
/// km from its middle, and one school in the next province is still an error. There must be schools. Returns their middle, in the plane.
gis::Point note_far_places(CityInput& input);

/// From here on a layer is one of another city: as far as the farthest school lies from the middle of all, single ones far off apart, and
/// 20 km at least. There must be schools.
double far_layer_m(const std::vector<School>& schools);

} // namespace fieldgap
