#pragma once
// What one channel could give if it were the only one (docs/rules.md section 6, Plan).

#include "domain/analysis/analysis.hpp"

namespace fieldgap {

/// The most, within its caps; lots, places and the budget apart. 0 where the channel is off.
ExactArea most_alone(const AnalysedCity& analysed, Channel channel);

} // namespace fieldgap
