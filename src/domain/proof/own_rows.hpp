#pragma once
// The ledger's rows of the ground that schools have: field by field, and official figures in place of fields.

#include "domain/city/figure_source.hpp"
#include "domain/gap/measured_city.hpp"
#include "domain/proof/ledger_row.hpp"

#include <vector>

namespace fieldgap {

/// Parallel to City::schools: of each with figures rows that add up to its own_m2, by basis, then from_id.
std::vector<std::vector<LedgerRow>> own_rows(const MeasuredCity& measured, const FigureSources& sources);

} // namespace fieldgap
