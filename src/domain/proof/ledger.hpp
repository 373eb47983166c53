#pragma once
// Where every square metre that a school has, is given or lacks comes from, by which rule and for how much (docs/rules.md section 6).

#include "domain/analysis/analysis.hpp"
#include "domain/city/figure_source.hpp"
#include "domain/proof/ledger_row.hpp"

#include <vector>

namespace fieldgap {

/// By school, basis, from_id, then the number of the lease. The rows of a school add up to its figures: own ground to own, each channel
/// to what it gives, `unassigned` to what is left of the gap, costs to its cost.
std::vector<LedgerRow> ledger(const AnalysedCity& analysed, const FigureSources& sources);

} // namespace fieldgap
