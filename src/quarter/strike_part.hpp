#pragma once
// The issues, each with its state, and how many there are of each.

#include "quarter/quarter_report.hpp"

namespace fieldgap::quarter {

void put_strike_off(QuarterReport& report, const ResultTables& result, const RegisterTables& tables);

} // namespace fieldgap::quarter
