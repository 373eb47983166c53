#pragma once
// The tables `indicators`, `indicator_verdicts` and `variation` (docs/rules.md section 6).

#include "layers/result/result_view.hpp"

namespace fieldgap {

void write_indicators(gis::GeoPackage& file, const ResultView& view);
void write_indicator_verdicts(gis::GeoPackage& file, const ResultView& view);
void write_variation(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
