#pragma once
// A quarter of strike-off as the page wants it.

#include "quarter/quarter_report.hpp"

namespace fieldgap {

/// One JSON object, as web/src/data/quarter.ts has it; figures to four places, what is unknown null.
std::string quarter_json(const quarter::QuarterReport& report);

} // namespace fieldgap
