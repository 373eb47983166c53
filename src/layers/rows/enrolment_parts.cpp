#include "layers/rows/enrolment_parts.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/matching/row_figures.hpp"
#include "layers/rows/read_schools.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using Parts = std::vector<const EnrolmentRow*>;

void report_not_declared(const School& school, const School& sum, Findings& findings)
{
    for (const Stage stage : all_stages) {
        const bool is_declared = school.stage_origin != StageOrigin::declared || school.has_stage[stage];
        if (!is_declared && sum.pupils[stage].value_or(0) > 0) {
            findings.push_back({IssueCode::stage_not_declared, "enrolment", school.id, school.at, {*sum.pupils[stage], name_of(stage)}});
        }
    }
}

/// The stages of the rows where all name one; else those of the school too, unless they were guessed and there are pupils.
void settle_stages(const Table& table, const Parts& parts, const School& school, School& sum)
{
    const bool are_declared =
        std::all_of(parts.begin(), parts.end(), [&](const EnrolmentRow* row) { return !table.text(*row->cells, "stage").empty(); });
    if (are_declared) {
        sum.stage_origin = StageOrigin::declared;
    } else if (!is_guessed(school) || !has_pupils(sum)) {
        sum.stage_origin = school.stage_origin;
        for (const Stage stage : all_stages) {
            sum.has_stage[stage] = sum.has_stage[stage] || school.has_stage[stage];
        }
    }
}

/// A school is open as soon as one of its stages is; rows that say nothing leave what the register says.
void settle_phase(const Parts& parts, School& school)
{
    for (const EnrolmentRow* row : parts) {
        if (row->phase == RegisterPhase::open) {
            school.phase = SchoolPhase::open;
            return;
        }
        if (row->phase == RegisterPhase::planned) {
            school.phase = SchoolPhase::planned;
        }
    }
}

} // namespace

void read_parts(const Table& table, const Parts& parts, School& school, Findings& findings)
{
    settle_phase(parts, school);
    if (parts.size() == 1) {
        read_figures(table, *parts[0]->cells, school);
        return;
    }
    School sum;
    for (const EnrolmentRow* row : parts) {
        School part;
        read_figures(table, *row->cells, part);
        add_part(part, sum);
    }
    report_not_declared(school, sum, findings);
    settle_stages(table, parts, school, sum);
    if (is_guessed(school) && has_pupils(sum)) {
        forget_guess(school);
    }
    take_figures(sum, school);
    findings.push_back({IssueCode::rows_merged_by_stage, "enrolment", school.id, school.at, {parts.size(), school.id}});
}

} // namespace fieldgap
