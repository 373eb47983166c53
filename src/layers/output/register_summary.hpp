#pragma once
// What the table `summary` says of the strike-off register.

#include "layers/output/summary_lines.hpp"
#include "layers/result/result_view.hpp"

namespace fieldgap {

/// `register.issues`, by state, and what this run changed. Nothing without a register.
std::vector<SummaryLine> summary_of_register(const ResultView& view);

} // namespace fieldgap
