#pragma once
// Whether the layers of a city lie where they belong: judged by each other, once all are read.

#include "layers/input/input_files.hpp"
#include "layers/input/read_city.hpp"

namespace fieldgap {

/// Reports layers that fit the others only under another reading (layer_shifted), layers and districts far from the rest, and single
/// places far outside their layer. Nothing is moved. `files` says how each layer was read.
void check_places(const InputFiles& files, CityInput& input);

} // namespace fieldgap
