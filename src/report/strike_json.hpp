#pragma once
// Where a city stands with its strike-off, as the page wants it.

#include "quarter/quarter_report.hpp"
#include "report/json_object.hpp"

namespace fieldgap {

/// Adds districts and stages, channels, issues, runs, straight line and forecast.
void put_strike_off(JsonObject& out, const quarter::QuarterReport& report);

} // namespace fieldgap
