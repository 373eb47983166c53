#pragma once
// The layers `residential` and `phasing` (docs/rules.md section 6).

#include "layers/result/result_view.hpp"

namespace fieldgap {

void write_residential(gis::GeoPackage& file, const ResultView& view);

/// Estates and the schools that they wait for, drawn as the estate.
void write_phasing(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
