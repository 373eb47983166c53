#include "domain/gap/gap.hpp"
#include "domain/city/issue_code.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {

Status status_of(ExactArea own, ExactArea required, double floor)
{
    constexpr std::int64_t millionths = 1'000'000;
    if (own >= required) {
        return Status::meets;
    }
    const auto floor_millionths = static_cast<std::int64_t>(std::llround(floor * static_cast<double>(millionths)));
    return own.hundredths() * millionths >= required.hundredths() * floor_millionths ? Status::near : Status::short_of;
}

namespace {

/// All its stages are known and none has a standard.
bool is_without_standard(const Enrolment& enrolled, const Standard& standard)
{
    bool has_stage = false;
    for (const Stage stage : all_stages) {
        if (enrolled.has_stage[stage]) {
            has_stage = true;
            if (standard.of_stage[stage]) {
                return false;
            }
        }
    }
    return has_stage;
}

bool is_counted_in_districts(const School& school, const Enrolment& enrolled)
{
    constexpr std::int64_t min_pupils = 50;
    if (needs_nothing(school)) {
        return false;
    }
    const auto total = enrolled.total();
    return school.kind != SchoolKind::teaching_point || !total || *total + enrolled.other >= min_pupils;
}

} // namespace

std::vector<std::optional<Need>> needs_of_schools(std::span<const Enrolment> enrolled, const Standard& standard)
{
    std::vector<std::optional<Need>> needs(enrolled.size());
    for (std::size_t s = 0; s < enrolled.size(); ++s) {
        if (enrolled[s].is_known) {
            PerStage<std::int64_t> pupils;
            for (const Stage stage : all_stages) {
                pupils[stage] = enrolled[s].pupils[stage].value_or(0);
            }
            needs[s] = need(pupils, standard);
        }
    }
    return needs;
}

std::vector<Assessment> assess(const City& city, const Ownership& owns, std::span<const Enrolment> enrolled,
                               std::span<const std::optional<Need>> needs, std::span<const Supply> supplies, const Standard& standard,
                               Findings& findings)
{
    std::vector<Assessment> assessments(city.schools.size());
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        if (!has_figures(city, owns, SchoolIndex(s))) {
            continue;
        }
        const School& school = city.schools[s];
        Assessment& state = assessments[s];
        state.in_district_figures = is_counted_in_districts(school, enrolled[s]);
        if (!supplies[s].own) {
            const IssueCode code = supplies[s].fields_missing ? IssueCode::fields_not_mapped : IssueCode::ground_unknown;
            findings.push_back({code, "schools", school.id, school.at, {}, {{school.id, 0.0, {}}}}); // all it needs is at stake
        }
        if (needs_nothing(school) || is_without_standard(enrolled[s], standard) || (needs[s] && !needs[s]->required)) {
            state.status = Status::none;
        } else if (!needs[s] || !supplies[s].own) {
            state.status = Status::unknown;
        } else {
            state.own = *supplies[s].own;
            state.required = *needs[s]->required;
            state.gap = excess(state.required, state.own);
            state.surplus = excess(state.own, state.required);
            state.status = status_of(state.own, state.required, standard.floor);
        }
    }
    return assessments;
}

StageState stage_state(const Need& need, Stage stage, ExactArea ground, const Standard& standard)
{
    constexpr double computing_error = 1e-9; // of the comparison only: an area that is exactly the standard meets it
    const auto pupils = static_cast<double>(need.pupils[stage]);
    StageState state;
    state.area_m2 = ground.square_metres() * need.share(stage);
    state.per_pupil_m2 = state.area_m2 / pupils;
    if (const auto& of_stage = standard.of_stage[stage]) {
        const double wanted_m2 = of_stage->required_m2(pupils);
        const double tolerance_m2 = computing_error * wanted_m2;
        state.gap_m2 = state.area_m2 >= wanted_m2 - tolerance_m2 ? 0.0 : wanted_m2 - state.area_m2;
        state.status = state.gap_m2 == 0.0                                          ? Status::meets
                       : state.area_m2 >= standard.floor * wanted_m2 - tolerance_m2 ? Status::near
                                                                                    : Status::short_of;
    }
    return state;
}

} // namespace fieldgap
