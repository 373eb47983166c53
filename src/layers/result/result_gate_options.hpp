#pragma once
// The layer `gate_options` (docs/rules.md section 6).

#include "layers/result/result_view.hpp"

namespace fieldgap {

void write_gate_options(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
