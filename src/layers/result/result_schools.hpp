#pragma once
// The layers `schools` and `stages` (docs/rules.md section 6).

#include "layers/result/result_view.hpp"

namespace fieldgap {

void write_schools(gis::GeoPackage& file, const ResultView& view);
void write_stages(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
