#pragma once
// The tables `ledger` and `future_gaps` (docs/rules.md section 6).

#include "layers/result/result_view.hpp"

namespace fieldgap {

void write_ledger(gis::GeoPackage& file, const ResultView& view);
void write_future_gaps(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
