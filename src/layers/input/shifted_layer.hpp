#pragma once

#include "domain/city/finding.hpp"
#include "layers/crs/layer_fit.hpp"
#include "layers/input/input_files.hpp"

namespace fieldgap {

/// A layer without features, with what its numbers may be instead; one of an OSM file is only a reference, without other readings.
FitLayer layer_as_read(Role role, const InputFiles& files, const gis::Point& middle_deg);

/// layer_shifted, with the line of the config that would make it fit.
void add_shifted(const FitLayer& layer, const LayerVerdict& verdict, Findings& findings);

} // namespace fieldgap
