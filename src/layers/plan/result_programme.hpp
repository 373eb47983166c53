#pragma once
// The table `programme` (docs/rules.md section 6, Programmes).

#include "layers/result/result_view.hpp"

namespace fieldgap {

void write_programme(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
