#pragma once

#include "layers/crs/layer_fit.hpp"
#include "layers/input/input_files.hpp"
#include "layers/input/read_city.hpp"

namespace fieldgap {

/// Layers that agree with each other may all lie beside the streets, or the streets beside them: layer_shifted for one or the other.
void note_beside_streets(const std::vector<FitLayer>& layers, const InputFiles& files, CityInput& input);

} // namespace fieldgap
