#pragma once
// The variation of each district and stage, and the schools that drive it.

#include "quarter/quarter_report.hpp"

namespace fieldgap::quarter {

/// By judged_stages; absent where the config does not say.
using VariationLimits = std::array<std::optional<double>, judged_stages.size()>;

/// The city first, then districts by name, each by stage; what has no variation has no row.
std::vector<VariationRow> variation_rows(const ResultTables& result, const VariationLimits& limits);

} // namespace fieldgap::quarter
