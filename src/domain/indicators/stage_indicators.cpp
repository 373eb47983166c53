#include "domain/indicators/stage_indicators.hpp"

#include "domain/indicators/school_amounts.hpp"
#include "domain/indicators/sports_value.hpp"

namespace fieldgap {
namespace {

bool is_evaluated(const MeasuredCity& measured, std::size_t school)
{
    return has_figures(measured.city, measured.owns, SchoolIndex(school)) && !needs_nothing(measured.city.schools[school]) &&
           (measured.assessments[school].in_district_figures || has_amounts(measured, school));
}

StageValue value_of(const MeasuredCity& measured, std::size_t school, Stage stage, const IndicatorRule& rule)
{
    if (rule.amount == AmountOf::sports_ground) {
        return sports_value(measured, school, stage);
    }
    const auto standard = threshold(rule, stage, measured.settings.indicators);
    const FoundAmount found = found_amount(measured, school, stage, rule);
    if (!found.amount) {
        StageValue unknown;
        unknown.standard = standard;
        return unknown;
    }
    return stage_value(*found.amount, stage_part(*measured.needs[school], stage), rule, standard, measured.settings.standard.floor);
}

/// Thresholds are known whatever the school, but for a standard that hangs on its pupils.
StageValue unknown_value(const MeasuredCity& measured, std::size_t school, Stage stage, const IndicatorRule& rule)
{
    StageValue unknown;
    unknown.standard = rule.amount == AmountOf::sports_ground
                           ? standard_m2_per_pupil(measured.settings.standard, stage, measured.enrolled[school].pupils[stage])
                           : threshold(rule, stage, measured.settings.indicators);
    return unknown;
}

StageIndicators indicators_of(const MeasuredCity& measured, std::size_t school, Stage stage)
{
    StageIndicators result{
        SchoolIndex(school), stage, measured.enrolled[school].pupils[stage], measured.assessments[school].in_district_figures, {}};
    const bool is_known = measured.needs[school] && measured.needs[school]->pupils[stage] > 0;
    for (const IndicatorRule& rule : indicator_rules) {
        result.of[rule.indicator] = is_known ? value_of(measured, school, stage, rule) : unknown_value(measured, school, stage, rule);
    }
    return result;
}

} // namespace

PerIndicator<bool> indicators_with_data(const MeasuredCity& measured)
{
    PerIndicator<bool> with_data;
    with_data[Indicator::sports_area_m2] = true;
    for (const School& school : measured.city.schools) {
        for (const Indicator indicator : all_indicators) {
            with_data[indicator] = with_data[indicator] || school.amounts[indicator].is_given();
        }
    }
    return with_data;
}

std::vector<StageIndicators> stage_indicators(const MeasuredCity& measured)
{
    std::vector<StageIndicators> rows;
    for (std::size_t s = 0; s < measured.city.schools.size(); ++s) {
        if (!is_evaluated(measured, s)) {
            continue;
        }
        const Enrolment& enrolled = measured.enrolled[s];
        for (const Stage stage : compulsory_stages) {
            const bool lacks_number = enrolled.has_stage[stage] && !enrolled.pupils[stage];
            if (enrolled.pupils[stage].value_or(0) > 0 || lacks_number) {
                rows.push_back(indicators_of(measured, s, stage));
            }
        }
    }
    return rows;
}

StateCounts count_states(const StageIndicators& stage, const PerIndicator<bool>& counted)
{
    StateCounts counts;
    for (const Indicator indicator : all_indicators) {
        if (!counted[indicator]) {
            continue;
        }
        switch (stage.of[indicator].state) {
        case IndicatorState::met: ++counts.met; break;
        case IndicatorState::tolerated: ++counts.tolerated; break;
        case IndicatorState::short_of: ++counts.short_of; break;
        case IndicatorState::unknown: ++counts.unknown; break;
        }
    }
    return counts;
}

std::optional<bool> passes_school_rule(const StateCounts& counts, const Regime& regime)
{
    const int most_tolerated = regime.near_passes ? 1 : 0;
    if (counts.short_of > 0 || counts.tolerated > most_tolerated) {
        return false;
    }
    return counts.unknown > 0 ? std::nullopt : std::optional(true);
}

} // namespace fieldgap
