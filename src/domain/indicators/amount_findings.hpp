#pragma once
// What stands in the way of an indicator that somebody gave an amount of.

#include "domain/city/finding.hpp"
#include "domain/gap/measured_city.hpp"

namespace fieldgap {

/// Reports amounts that are known and give no value: persons of several stages in one number, rows that lack what others of the school
/// give, teaching rooms out of which the indoor sports rooms cannot be taken.
void report_amounts(const MeasuredCity& measured, Findings& findings);

} // namespace fieldgap
