#pragma once
// The waterfall, the plan's figures and the transfers in the table `summary` (docs/rules.md section 6).

#include "layers/output/summary_lines.hpp"
#include "layers/result/result_view.hpp"

namespace fieldgap {

/// Of the city, of each district and of the schools outside all of them.
std::vector<SummaryLine> summary_of_waterfall(const ResultView& view);

/// Nothing where the config has no table `[plan]` that says more than its days.
std::vector<SummaryLine> summary_of_plan(const ResultView& view);

/// Of the ground of rural schools. Nothing where no school says whether it is rural and the plan names no such ground.
std::vector<SummaryLine> summary_of_rural_ground(const ResultView& view);

} // namespace fieldgap
