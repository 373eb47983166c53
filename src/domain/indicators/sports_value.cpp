#include "domain/indicators/sports_value.hpp"

#include "domain/ground/own_figures.hpp"

namespace fieldgap {
namespace {

IndicatorState state_of(Status status)
{
    switch (status) {
    case Status::meets: return IndicatorState::met;
    case Status::near: return IndicatorState::tolerated;
    case Status::short_of: return IndicatorState::short_of;
    case Status::unknown:
    case Status::none:
    case Status::branch: break;
    }
    return IndicatorState::unknown;
}

/// Ground of the school's own under the national regime.
ExactArea national_ground(const School& main, const Supply& supply)
{
    Standard national;
    national.regime = national_regime;
    const double special_m2 = counts_for(main, FieldKind::special, national) ? supply.special_m2.value_or(0.0) : 0.0;
    return ExactArea::rounded(gis::SquareMetres(supply.outdoor_m2.value_or(0.0) + supply.indoor_m2.value_or(0.0) + special_m2));
}

} // namespace

StageValue sports_value(const MeasuredCity& measured, std::size_t main, Stage stage)
{
    const Standard& standard = measured.settings.standard;
    StageValue result;
    result.standard = standard_m2_per_pupil(standard, stage, measured.enrolled[main].pupils[stage]);
    const Assessment& assessment = measured.assessments[main];
    if (!assessment.has_figures()) {
        return result;
    }
    const Need& need = *measured.needs[main];
    const StageState found = stage_state(need, stage, assessment.own, standard);
    const ExactArea national = national_ground(measured.city.schools[main], measured.supplies[main]);
    result.amount = found.area_m2;
    result.value = found.per_pupil_m2;
    result.national_value = stage_state(need, stage, national, standard).per_pupil_m2;
    result.ratio = result.standard ? std::optional(found.per_pupil_m2 / *result.standard) : std::nullopt;
    result.state = state_of(found.status);
    return result;
}

} // namespace fieldgap
