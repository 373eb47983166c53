#include "layers/rows/enrolment_findings.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/matching/references.hpp"
#include "layers/matching/row_figures.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr const char* layer_name = "enrolment";

} // namespace

void EnrolmentFindings::ids()
{
    std::vector<std::string> ids;
    for (const EnrolmentRow& row : rows_) {
        ids.push_back(row.id);
    }
    report_odd_ids(layer_name, "id", ids, findings_);
    const Examples& loose = matching_.loose_ids();
    if (loose.count() > 0) {
        findings_.push_back({IssueCode::reference_matched_loosely, layer_name, "", {}, {loose.count(), "id", loose.listed()}});
    }
}

void EnrolmentFindings::match(std::size_t row)
{
    const School& school = school_of(row);
    const EnrolmentRow& cells = rows_[row];
    const SchoolMatch& found = *matching_.meanings()[row].match;
    const bool has_unknown_id = !cells.id.empty();
    if (found.by == MatchKind::similar_name) {
        const WhatIf without{school.id, 0.0, difference({}, pupils(row))};
        findings_.push_back({IssueCode::enrolment_similar_name,
                             layer_name,
                             cells.key(),
                             school.at,
                             {cells.name, school.name, school.id, found.score},
                             {without}});
    } else if (found.by == MatchKind::name_key || (found.by == MatchKind::name && has_unknown_id)) {
        findings_.push_back({IssueCode::enrolment_by_name, layer_name, cells.key(), school.at, {cells.name, school.name, school.id}});
    }
}

PerStage<double> EnrolmentFindings::pupils(std::size_t row) const
{
    return pupils_of_row(table_, *rows_[row].cells, told_stages(school_of(row)));
}

void EnrolmentFindings::second(std::size_t row, const std::vector<std::size_t>& parts)
{
    const School& school = school_of(row);
    const EnrolmentRow& cells = rows_[row];
    PerStage<double> first;
    std::int64_t pupils_of_first = 0;
    for (const std::size_t part : parts) {
        if (parts.size() == 1 || share_a_stage(rows_[part].hints.stages, cells.hints.stages)) {
            first = difference(pupils(part), difference({}, first));
            pupils_of_first += pupils_in_row(table_, *rows_[part].cells);
        }
    }
    findings_.push_back({IssueCode::enrolment_twice,
                         layer_name,
                         cells.key(),
                         school.at,
                         {cells.key(), school.id, pupils_in_row(table_, *cells.cells), pupils_of_first},
                         {{school.id, 0.0, difference(pupils(row), first)}},
                         1});
}

void EnrolmentFindings::closed_school(std::size_t school, std::size_t row)
{
    const School& one = schools_[school];
    const std::size_t rows = 1 + one.aliases.size();
    findings_.push_back(
        {IssueCode::school_closed, "schools", one.id, one.at, {one.name, table_.text(*rows_[row].cells, "phase")}, {}, rows});
}

void EnrolmentFindings::of_closed(std::size_t row, const School& closed)
{
    const EnrolmentRow& cells = rows_[row];
    const std::int64_t pupils = pupils_in_row(table_, *cells.cells);
    findings_.push_back({IssueCode::enrolment_of_closed, layer_name, cells.key(), {}, {cells.label(), closed.name, pupils}, {}, 1});
}

void EnrolmentFindings::closed_row(std::size_t row)
{
    const EnrolmentRow& cells = rows_[row];
    const School& school = school_of(row);
    findings_.push_back({IssueCode::enrolment_row_closed,
                         layer_name,
                         cells.key(),
                         school.at,
                         {cells.label(), table_.text(*cells.cells, "phase"), school.name, pupils_in_row(table_, *cells.cells)},
                         {},
                         1});
}

/// The first choice without a row of its own. Rows that ask alike share their choices, and the answer.
std::optional<std::size_t> EnrolmentFindings::free_choice(const RowMeaning& meaning, const std::vector<bool>& is_filled)
{
    const auto [known, is_new] = free_choice_.emplace(meaning.choices.data(), std::nullopt);
    if (is_new) {
        const auto free = std::find_if(meaning.choices.begin(), meaning.choices.end(), [&](std::size_t s) { return !is_filled[s]; });
        known->second = free == meaning.choices.end() ? std::nullopt : std::optional(*free);
    }
    return known->second;
}

/// The school that may have been meant gets the pupils, if it has no row of its own.
std::vector<WhatIf> EnrolmentFindings::what_if(std::size_t row, const std::vector<bool>& is_filled)
{
    const auto meant = free_choice(matching_.meanings()[row], is_filled);
    if (!meant) {
        return {};
    }
    const School& school = schools_[*meant];
    return {{school.id, 0.0, pupils_of_row(table_, *rows_[row].cells, told_stages(school))}};
}

void EnrolmentFindings::unmatched(std::size_t row, const std::vector<bool>& is_filled)
{
    const EnrolmentRow& cells = rows_[row];
    const std::size_t choices = matching_.meanings()[row].choices.size();
    const std::int64_t pupils = pupils_in_row(table_, *cells.cells);
    const std::string key = cells.key().empty() ? "#" + std::to_string(cells.cells->row) : cells.key();
    const bool is_ambiguous = choices > 1;
    std::vector<words::Value> values = is_ambiguous ? std::vector<words::Value>{cells.name, choices, pupils}
                                                    : std::vector<words::Value>{cells.key().empty() ? key : cells.label(), pupils};
    findings_.push_back({is_ambiguous ? IssueCode::enrolment_ambiguous : IssueCode::enrolment_unmatched,
                         layer_name,
                         key,
                         {},
                         std::move(values),
                         what_if(row, is_filled),
                         1});
}

} // namespace fieldgap
