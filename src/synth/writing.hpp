#pragma once

#include "synth/model.hpp"

namespace fieldgap {

/// The files in the folder of the settings. All are checked before the first is written. Throws gis::WriteError.
void check_files(const SynthSettings& settings);
void write_city(const SyntheticCity& made, const SynthSettings& settings);

} // namespace fieldgap
