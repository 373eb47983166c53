#pragma once
// The figures of a screening, for people and for programs.

#include "domain/city/finding.hpp"
#include "layers/output/summary_lines.hpp"
#include "layers/result/site_columns.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// Numbers of sites by verdict, the figures of all together, and the counts of issues.
std::vector<SummaryLine> screen_summary(const ScreenView& view, const Findings& findings);

/// {"sites": [a row of the layer each], "summary": {...}}
std::string screen_json(const ScreenView& view, const std::vector<SummaryLine>& lines);

} // namespace fieldgap
