#pragma once
// One sheet a school: its ground, its issues and their history, and what could close them.

#include "quarter/quarter_report.hpp"

namespace fieldgap::quarter {

/// Sheets of the schools that have an issue, in the order of the result; whom nothing in reach helps; who is in reach. Precondition: the
/// issues are in the report.
void put_sheets(QuarterReport& report, const ResultTables& result, const RegisterTables& tables);

} // namespace fieldgap::quarter
