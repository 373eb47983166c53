#pragma once
// All layers of a result.

#include "layers/output/summary_lines.hpp"
#include "layers/result/result_view.hpp"

namespace fieldgap {

/// In the order of docs/rules.md section 6, phasing after districts.
void write_results(gis::GeoPackage& file, const ResultView& view, const std::vector<SummaryLine>& lines);

} // namespace fieldgap
