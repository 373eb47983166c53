#pragma once
// The table `summary` (docs/rules.md section 6).

#include "domain/city/finding.hpp"
#include "layers/output/summary_lines.hpp"
#include "layers/result/result_view.hpp"

namespace fieldgap {

/// How many issues there are of each severity.
std::vector<SummaryLine> issue_counts(const Findings& findings);

/// Of the whole city, those of its estates and the counts of issues among them.
std::vector<SummaryLine> summary(const ResultView& view);

void write_summary(gis::GeoPackage& file, const std::vector<SummaryLine>& lines);

} // namespace fieldgap
