#pragma once
// The table `surfaces` (docs/rules.md section 6, Surfaces).

#include "layers/result/result_view.hpp"

namespace fieldgap {

void write_surfaces(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
