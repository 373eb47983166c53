#include "domain/gap/enrolment.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/city/stage_word.hpp"

#include <algorithm>

namespace fieldgap {

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

void report_enrolment(const School& school, const Enrolment& enrolled, Findings& findings)
{
    const bool has_numbers =
        std::any_of(all_stages.begin(), all_stages.end(), [&](Stage stage) { return enrolled.pupils[stage].value_or(0) > 0; });
    if (school.pupils_total && !has_numbers) {
        findings.push_back({IssueCode::pupils_total_only, "schools", school.id, school.at, {*school.pupils_total}});
        return;
    }
    bool has_stage = false;
    bool is_missing = false;
    for (const Stage stage : all_stages) {
        has_stage = has_stage || enrolled.has_stage[stage];
        if (enrolled.has_stage[stage] && !enrolled.pupils[stage]) {
            findings.push_back({IssueCode::pupils_missing, "schools", school.id, school.at, {stage_word(stage)}});
            is_missing = true;
        }
    }
    if (!has_stage) {
        findings.push_back({IssueCode::stage_unknown, "schools", school.id, school.at, {}});
    } else if (!is_missing && !enrolled.is_known) {
        findings.push_back({IssueCode::pupils_all_zero, "schools", school.id, school.at, {}});
    }
}

} // namespace

bool needs_nothing(const School& school)
{
    return school.kind == SchoolKind::special || school.kind == SchoolKind::vocational;
}

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

} // namespace fieldgap
