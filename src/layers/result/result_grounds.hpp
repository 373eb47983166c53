#pragma once
// The layers `campuses`, `fields` and `venues` (docs/rules.md section 6).

#include "layers/result/result_view.hpp"

namespace fieldgap {

void write_campuses(gis::GeoPackage& file, const ResultView& view);
void write_fields(gis::GeoPackage& file, const ResultView& view);
void write_venues(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
