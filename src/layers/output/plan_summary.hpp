#pragma once
// The waterfall, the plan's figures and the transfers in the table `summary` (docs/rules.md section 6).

#include "layers/output/summary_lines.hpp"
#include "layers/result/result_view.hpp"

namespace fieldgap {

/// Of the city, of each district and of the schools outside all of them.
std::vector<SummaryLine> summary_of_waterfall(const ResultView& view);

/// Nothing where the config has no table `[plan]` that says more than its days.
std::vector<SummaryLine> summary_of_plan(const ResultView& view);

} // namespace fieldgap
