#include "domain/gap/gap.hpp"
#include "domain/city/issue_code.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {

Status judged(ExactArea own, ExactArea required, double floor)
{
    constexpr std::int64_t millionths = 1'000'000;
    if (own >= required) {
        return Status::meets;
    }
    const auto floor_millionths = static_cast<std::int64_t>(std::llround(floor * static_cast<double>(millionths)));
    return own.hundredths() * millionths >= required.hundredths() * floor_millionths ? Status::near : Status::short_of;
}

std::optional<std::int64_t> Enrolment::total() const
{
    std::int64_t sum = 0;
    for (const Stage stage : all_stages) {
        if (has_stage[stage] && !pupils[stage]) {
            return std::nullopt;
        }
        sum += pupils[stage].value_or(0);
    }
    const bool has_any =
        std::any_of(all_stages.begin(), all_stages.end(), [this](Stage stage) { return has_stage[stage] || pupils[stage]; });
    return has_any ? std::optional(sum) : std::nullopt;
}

namespace {

/// Adds a row's pupils of one stage; a stage that the row has without a number makes the sum unknown.
void add_stage(Enrolment& sum, const School& row, Stage stage, bool& is_missing)
{
    sum.has_stage[stage] = sum.has_stage[stage] || row.has_stage[stage];
    if (row.pupils[stage]) {
        sum.pupils[stage] = sum.pupils[stage].value_or(0) + *row.pupils[stage];
    } else if (row.has_stage[stage]) {
        is_missing = true;
    }
}

Enrolment enrolment_of(const City& city, const std::vector<SchoolIndex>& rows)
{
    Enrolment sum;
    bool all_there = true;
    for (const Stage stage : all_stages) {
        bool is_missing = false;
        for (const SchoolIndex row : rows) {
            add_stage(sum, city.schools[index(row)], stage, is_missing);
        }
        if (is_missing) {
            sum.pupils[stage] = std::nullopt;
            all_there = false;
        }
    }
    for (const SchoolIndex row : rows) {
        sum.other += city.schools[index(row)].pupils_other.value_or(0);
    }
    sum.is_known = all_there && sum.total().value_or(0) > 0;
    return sum;
}

bool needs_nothing(const School& school)
{
    return school.kind == SchoolKind::special || school.kind == SchoolKind::vocational;
}

/// All its stages are known and none has a standard.
bool is_without_standard(const Enrolment& enrolled, const Standard& standard)
{
    bool has_stage = false;
    for (const Stage stage : all_stages) {
        if (enrolled.has_stage[stage]) {
            has_stage = true;
            if (standard.m2_per_pupil[stage]) {
                return false;
            }
        }
    }
    return has_stage;
}

void report_enrolment(const School& school, const Enrolment& enrolled, Findings& findings)
{
    bool has_stage = false;
    bool is_missing = false;
    for (const Stage stage : all_stages) {
        has_stage = has_stage || enrolled.has_stage[stage];
        if (enrolled.has_stage[stage] && !enrolled.pupils[stage]) {
            findings.push_back({IssueCode::pupils_missing, "schools", school.id, school.at, {name_of(stage)}});
            is_missing = true;
        }
    }
    if (!has_stage) {
        findings.push_back({IssueCode::stage_unknown, "schools", school.id, school.at, {}});
    } else if (!is_missing && !enrolled.is_known) {
        findings.push_back({IssueCode::pupils_all_zero, "schools", school.id, school.at, {}});
    }
}

bool is_counted_in_districts(const School& school, const Enrolment& enrolled)
{
    constexpr std::int64_t least_pupils = 50;
    if (needs_nothing(school)) {
        return false;
    }
    const auto total = enrolled.total();
    return school.kind != SchoolKind::teaching_point || !total || *total + enrolled.other >= least_pupils;
}

} // namespace

std::vector<Enrolment> enrolments(const City& city, const Ownership& owns, Findings& findings)
{
    std::vector<Enrolment> enrolled(city.schools.size());
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        if (has_figures(city, owns, SchoolIndex(s))) {
            enrolled[s] = enrolment_of(city, owns.rows_of_main[s]);
            if (!needs_nothing(city.schools[s])) {
                report_enrolment(city.schools[s], enrolled[s], findings);
            }
        }
    }
    return enrolled;
}

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
            state.status = judged(state.own, state.required, standard.floor);
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
    if (const auto standard_m2 = standard.m2_per_pupil[stage]) {
        const double wanted_m2 = *standard_m2 * pupils;
        const double tolerance_m2 = computing_error * wanted_m2;
        state.gap_m2 = state.area_m2 >= wanted_m2 - tolerance_m2 ? 0.0 : wanted_m2 - state.area_m2;
        state.status = state.gap_m2 == 0.0                                          ? Status::meets
                       : state.area_m2 >= standard.floor * wanted_m2 - tolerance_m2 ? Status::near
                                                                                    : Status::short_of;
    }
    return state;
}

} // namespace fieldgap
