#pragma once
// The seven indicators of every school, stage by stage, and the rule of six of seven.

#include "domain/gap/measured_city.hpp"
#include "domain/indicators/stage_value.hpp"

#include <vector>

namespace fieldgap {

struct StageIndicators
{
    SchoolIndex school{};
    Stage stage{};
    std::optional<std::int64_t> pupils; ///< absent: unknown, and so are the values
    bool in_district_figures = false;
    PerIndicator<StageValue> of;
};

/// How many of some indicators are in each state.
struct StateCounts
{
    int met = 0;
    int tolerated = 0;
    int short_of = 0;
    int unknown = 0;
};

/// Indicators of which the city has any amount; of sports ground always.
PerIndicator<bool> indicators_with_data(const MeasuredCity& measured);

/// By school, then stage: of the compulsory stages, each that has pupils or lacks their number, of main schools that count in district
/// figures or give any amount. Special and vocational schools have none.
std::vector<StageIndicators> stage_indicators(const MeasuredCity& measured);

StateCounts count_states(const StageIndicators& stage, const PerIndicator<bool>& counted);

/// The school's rule for one stage (docs/rules.md rule 15): none short, and at most one tolerated where the regime lets `near` pass, none
/// where not. Absent where what is unknown decides.
std::optional<bool> passes_school_rule(const StateCounts& counts, const Regime& regime);

} // namespace fieldgap
