#pragma once
// The course of the runs: gap and closed issues at each, the straight line beside them, and where it leads.

#include "quarter/quarter_report.hpp"

namespace fieldgap::quarter {

/// Precondition: the issues are in the report.
void put_course(QuarterReport& report, const RegisterTables& tables, const std::optional<Date>& plan_until);

} // namespace fieldgap::quarter
