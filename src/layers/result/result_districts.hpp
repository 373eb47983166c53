#pragma once
// The layer `districts` (docs/rules.md section 6).

#include "layers/result/result_view.hpp"

namespace fieldgap {

void write_districts(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
