#pragma once
// The table `leases` (docs/rules.md section 6).

#include "layers/result/result_view.hpp"

namespace fieldgap {

/// Every contract that was read, as it says, and what it counts.
void write_leases(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
