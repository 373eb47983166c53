#pragma once
// What the table `summary` says of estates, phasing and projection.

#include "layers/output/summary_lines.hpp"
#include "layers/result/result_view.hpp"

namespace fieldgap {

/// Of the city's estates together, and year by year: `phasing.2026.estates_waiting`, `projection.2026.gap_m2`. Nothing where there are
/// neither estates nor years.
std::vector<SummaryLine> summary_of_estates(const ResultView& view);

} // namespace fieldgap
