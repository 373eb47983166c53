#include "domain/register/run_rows.hpp"

namespace fieldgap {
namespace {

/// All stages, or one.
using StageChoice = std::optional<Stage>;
constexpr std::array<StageChoice, 3> choices = {StageChoice(), StageChoice(Stage::primary), StageChoice(Stage::junior)};

bool is_in(const std::optional<std::size_t>& group, const std::optional<std::size_t>& district)
{
    return !group || group == district;
}

void count(RunRow& row, Status status)
{
    row.schools_meets += status == Status::meets ? 1 : 0;
    row.schools_near += status == Status::near ? 1 : 0;
    row.schools_short += status == Status::short_of ? 1 : 0;
    row.schools_unknown += status == Status::unknown ? 1 : 0;
}

/// Of one school with figures.
void add_stage(RunRow& row, const AnalysedCity& analysed, std::size_t school, Stage stage)
{
    const Assessment& state = analysed.results.assessments[school];
    const Need& need = *analysed.results.needs[school];
    if (need.pupils[stage] == 0) {
        return;
    }
    const StageState alone = stage_state(need, stage, state.own, analysed.settings.standard);
    row.gap = row.gap.value_or(ExactArea()) + ExactArea::rounded(gis::SquareMetres(alone.gap_m2));
    if (state.in_district_figures) {
        count(row, alone.status);
        row.pupils_short += alone.status == Status::short_of ? need.pupils[stage] : 0;
    }
}

void add_school(RunRow& row, const AnalysedCity& analysed, std::size_t school, const StageChoice& stage)
{
    const Results& results = analysed.results;
    const Assessment& state = results.assessments[school];
    const Enrolment& enrolled = results.enrolled[school];
    if (!stage) {
        if (state.has_figures()) {
            row.gap = row.gap.value_or(ExactArea()) + state.gap;
        }
        if (state.in_district_figures) {
            count(row, state.status);
            row.pupils_short += state.status == Status::short_of ? enrolled.total().value_or(0) : 0;
        }
    } else if (state.has_figures()) {
        add_stage(row, analysed, school, *stage);
    } else if (state.in_district_figures && enrolled.has_stage[*stage]) {
        count(row, state.status);
    }
}

void add_issue(RunRow& row, const IssueInRun& issue)
{
    ++row.issues;
    ++row.in_state[static_cast<std::size_t>(issue.state)];
    row.opened_now += issue.opened_now ? 1 : 0;
    row.closed_now += issue.closed_now ? 1 : 0;
    row.reopened_now += issue.reopened_now ? 1 : 0;
}

RunRow row_of(const AnalysedCity& analysed, const RegisterAfter& after, const std::optional<std::size_t>& group, const StageChoice& stage)
{
    const Districts& districts = analysed.results.districts;
    RunRow row;
    row.as_of = after.as_of;
    if (group) {
        const DistrictFigures& district = districts.rows[*group];
        row.district = district.name.empty() ? district.id : district.name;
    }
    row.stage = stage ? std::string(name_of(*stage)) : "";
    for (std::size_t s = 0; s < analysed.city.schools.size(); ++s) {
        if (is_in(group, districts.district_of_school[s]) && has_figures(analysed.city, analysed.results.owns, SchoolIndex(s))) {
            add_school(row, analysed, s, stage);
        }
    }
    for (const IssueInRun& issue : after.issues) {
        if (is_in(group, issue.district) && (!stage || issue.stage == *stage)) {
            add_issue(row, issue);
        }
    }
    return row;
}

} // namespace

std::vector<RunRow> run_rows(const AnalysedCity& analysed, const RegisterAfter& after)
{
    std::vector<std::optional<std::size_t>> groups = {std::nullopt};
    for (std::size_t i = 0; i < analysed.results.districts.rows.size(); ++i) {
        groups.emplace_back(i);
    }
    std::vector<RunRow> rows;
    for (const auto& group : groups) {
        for (const StageChoice& stage : choices) {
            rows.push_back(row_of(analysed, after, group, stage));
        }
    }
    return rows;
}

} // namespace fieldgap
