#include "layers/indicators/join_indicators.hpp"

#include "layers/matching/amount_rows.hpp"
#include "layers/matching/row_amounts.hpp"
#include "layers/matching/row_figures.hpp"
#include "layers/rows/enrolment_matching.hpp"
#include "words/nearest.hpp"

namespace fieldgap {
namespace {

constexpr const char* layer_name = "indicators";

class IndicatorJoin
{
public:
    IndicatorJoin(const Table& table, std::vector<School>& schools, const std::vector<School>& closed, Findings& findings)
        : table_(table), schools_(schools), closed_(closed), findings_(findings), rows_(enrolment_rows(table)),
          matching_(rows_, schools, closed)
    {
    }

    std::size_t join()
    {
        report_ids();
        std::vector<std::vector<std::size_t>> rows_of_school(schools_.size());
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const RowMeaning& meaning = matching_.meanings()[row];
            if (meaning.match) {
                rows_of_school[meaning.match->school].push_back(row);
            } else {
                report_unmatched(row, meaning);
            }
        }
        for (std::size_t s = 0; s < schools_.size(); ++s) {
            fill(schools_[s], rows_of_school[s]);
        }
        return used_;
    }

private:
    /// The rows of a school: of each stage one, and one of the whole.
    struct RowsOfSchool
    {
        PerStage<std::optional<std::size_t>> of_stage;
        std::optional<std::size_t> whole;
    };

    void report_ids()
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

    std::string key(std::size_t row) const
    {
        return rows_[row].key().empty() ? "#" + std::to_string(rows_[row].cells->row) : rows_[row].key();
    }

    void report_unmatched(std::size_t row, const RowMeaning& meaning)
    {
        if (meaning.closed) {
            findings_.push_back(
                {IssueCode::indicator_row_of_closed, layer_name, key(row), {}, {key(row), closed_[*meaning.closed].name}, {}, 1});
        } else {
            findings_.push_back({IssueCode::indicator_row_unmatched, layer_name, key(row), {}, {key(row)}, {}, 1});
        }
    }

    void report_second(std::size_t row, const School& school)
    {
        findings_.push_back({IssueCode::indicator_row_twice, layer_name, key(row), school.at, {key(row), school.id}, {}, 1});
    }

    void report_match(std::size_t row, const School& school)
    {
        const EnrolmentRow& cells = rows_[row];
        const SchoolMatch& found = *matching_.meanings()[row].match;
        const bool by_name = found.by == MatchKind::name_key || (found.by == MatchKind::name && !cells.id.empty());
        if (found.by == MatchKind::similar_name) {
            findings_.push_back(
                {IssueCode::enrolment_similar_name, layer_name, key(row), school.at, {cells.name, school.name, school.id, found.score}});
        } else if (by_name) {
            findings_.push_back({IssueCode::enrolment_by_name, layer_name, key(row), school.at, {cells.name, school.name, school.id}});
        }
    }

    RowsOfSchool sorted_out(const School& school, const std::vector<std::size_t>& rows)
    {
        RowsOfSchool sorted;
        for (const std::size_t row : rows) {
            const Stage* only = only_stage(rows_[row].hints.stages);
            std::optional<std::size_t>& place = only != nullptr ? sorted.of_stage[*only] : sorted.whole;
            if (place) {
                report_second(row, school);
                continue;
            }
            place = row;
            ++used_;
            report_match(row, school);
        }
        return sorted;
    }

    void fill(School& school, const std::vector<std::size_t>& rows)
    {
        const RowsOfSchool sorted = sorted_out(school, rows);
        PerIndicator<SchoolAmount> of_stages;
        for (const Stage stage : all_stages) {
            if (sorted.of_stage[stage]) {
                const std::size_t row = *sorted.of_stage[stage];
                PerIndicator<SchoolAmount> amounts = row_amounts(table_, *rows_[row].cells);
                name_stage(rows_[row].hints.stages, amounts);
                add_amounts(amounts, of_stages);
            }
        }
        if (sorted.whole) {
            const PerIndicator<SchoolAmount> whole = row_amounts(table_, *rows_[*sorted.whole].cells);
            take_amounts(whole, school.amounts);
            report_given_by_stage(*sorted.whole, school, whole, of_stages);
        }
        take_amounts(of_stages, school.amounts);
    }

    /// What the row of the whole school says for nothing.
    void report_given_by_stage(std::size_t row, const School& school, const PerIndicator<SchoolAmount>& whole,
                               const PerIndicator<SchoolAmount>& of_stages)
    {
        std::vector<std::string> columns;
        for (const Indicator indicator : all_indicators) {
            if (of_stages[indicator].is_given() && whole[indicator].is_given()) {
                columns.emplace_back(name_of(indicator));
            }
        }
        if (!columns.empty()) {
            findings_.push_back(
                {IssueCode::indicator_whole_not_used, layer_name, key(row), school.at, {key(row), words::joined(columns), school.id}});
        }
    }

    const Table& table_;
    std::vector<School>& schools_;
    const std::vector<School>& closed_;
    Findings& findings_;
    std::vector<EnrolmentRow> rows_;
    EnrolmentMatching matching_;
    std::size_t used_ = 0;
};

} // namespace

std::size_t join_indicators(const Table& table, std::vector<School>& schools, const std::vector<School>& closed, Findings& findings)
{
    return IndicatorJoin(table, schools, closed, findings).join();
}

} // namespace fieldgap
