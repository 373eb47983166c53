#pragma once
// Where city and districts stand, what the channels have closed, and what else runs say of themselves.

#include "quarter/quarter_report.hpp"

namespace fieldgap::quarter {

/// A row for each district and stage of the last run, the city first.
void put_standing(QuarterReport& report, const RegisterTables& tables);

/// Each channel against the plan; the part of the plan that names no channel is shown and never filled in.
void put_channels(QuarterReport& report, const ResultTables& result, const RegisterTables& tables);

/// Of the last run against the one before it, what `put_channels` shows apart.
std::vector<Change> changes_of_runs(const QuarterReport& report, const RegisterTables& tables);

} // namespace fieldgap::quarter
