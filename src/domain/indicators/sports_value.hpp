#pragma once
// The indicator of sports ground: what the analysis of gaps has found, as a value of the stage.

#include "domain/gap/measured_city.hpp"
#include "domain/indicators/stage_value.hpp"

namespace fieldgap {

/// Of a school whose enrolment is known, and a stage with pupils: its state is the status of the stage. `national_value` is what would
/// count under the national regime (docs/rules.md rule 4), without rent and sharing.
StageValue sports_value(const MeasuredCity& measured, std::size_t main, Stage stage);

} // namespace fieldgap
