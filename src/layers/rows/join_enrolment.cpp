#include "layers/rows/join_enrolment.hpp"

#include "layers/matching/row_figures.hpp"
#include "layers/rows/enrolment_findings.hpp"
#include "layers/rows/enrolment_matching.hpp"
#include "layers/rows/enrolment_parts.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

class EnrolmentJoin
{
public:
    EnrolmentJoin(const Table& table, const std::vector<EnrolmentRow>& rows, std::vector<School>& schools,
                  const std::vector<School>& closed, Findings& findings)
        : table_(table), rows_(rows), schools_(schools), closed_(closed), findings_(findings), matching_(rows, schools, closed),
          reports_(table, rows, schools, matching_, findings), is_filled_(schools.size()), is_closed_(schools.size())
    {
    }

    EnrolmentJoined join()
    {
        reports_.ids();
        fill_schools();
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            report_unmatched(row);
        }
        take_out_closed();
        return std::move(joined_);
    }

private:
    using Rows = std::vector<std::size_t>;

    const SchoolMatch& match(std::size_t row) const { return *matching_.meanings()[row].match; }
    bool is_closed(std::size_t row) const { return rows_[row].phase == RegisterPhase::closed; }

    bool is_surer(std::size_t one, std::size_t other) const
    {
        const MatchKind by = match(one).by;
        const MatchKind by_other = match(other).by;
        return by != by_other ? by < by_other : rows_[one].cells->row < rows_[other].cells->row;
    }

    void fill_schools()
    {
        std::vector<Rows> rows_of_school(schools_.size());
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (matching_.meanings()[row].match) {
                rows_of_school[match(row).school].push_back(row);
            }
        }
        for (std::size_t s = 0; s < schools_.size(); ++s) {
            Rows& rows = rows_of_school[s];
            std::sort(rows.begin(), rows.end(), [this](std::size_t one, std::size_t other) { return is_surer(one, other); });
            is_filled_[s] = !rows.empty();
            is_closed_[s] = !rows.empty() && std::all_of(rows.begin(), rows.end(), [this](std::size_t row) { return is_closed(row); });
            if (is_closed_[s]) {
                report_closed(s, rows);
            } else if (!rows.empty()) {
                fill(schools_[s], without_closed(rows));
            }
        }
    }

    void report_closed(std::size_t school, const Rows& rows)
    {
        reports_.closed_school(school, rows.front());
        for (const std::size_t row : rows) {
            reports_.of_closed(row, schools_[school]);
        }
    }

    /// One stage of a school may have ended.
    Rows without_closed(const Rows& rows)
    {
        Rows open;
        for (const std::size_t row : rows) {
            if (is_closed(row)) {
                reports_.closed_row(row);
            } else {
                open.push_back(row);
            }
        }
        return open;
    }

    /// The rows of a school for different stages belong together; a row by an alias only stands in for one by the own id.
    void fill(School& school, const Rows& rows)
    {
        Rows parts;
        Rows others;
        for (const std::size_t row : rows) {
            const bool is_part = std::all_of(parts.begin(), parts.end(), [&](std::size_t part) {
                return are_parts(rows_[part].hints.stages, rows_[row].hints.stages) &&
                       (match(part).by == MatchKind::alias) == (match(row).by == MatchKind::alias);
            });
            (is_part ? parts : others).push_back(row);
        }
        std::vector<const EnrolmentRow*> cells;
        for (const std::size_t part : parts) {
            cells.push_back(&rows_[part]);
        }
        read_parts(table_, cells, school, findings_);
        joined_.rows_used += parts.size();
        for (const std::size_t row : parts) {
            reports_.match(row);
        }
        for (const std::size_t row : others) {
            reports_.second(row, parts);
        }
    }

    void report_unmatched(std::size_t row)
    {
        const RowMeaning& meaning = matching_.meanings()[row];
        if (meaning.closed) {
            reports_.of_closed(row, closed_[*meaning.closed]);
        } else if (!meaning.match) {
            reports_.unmatched(row, is_filled_);
        }
    }

    void take_out_closed()
    {
        std::vector<School> open;
        for (std::size_t s = 0; s < schools_.size(); ++s) {
            if (is_closed_[s]) {
                School& closed = joined_.closed.emplace_back();
                closed.id = schools_[s].id;
                closed.name = schools_[s].name;
                closed.aliases = schools_[s].aliases;
            } else {
                open.push_back(std::move(schools_[s]));
            }
        }
        schools_ = std::move(open);
    }

    const Table& table_;
    const std::vector<EnrolmentRow>& rows_;
    std::vector<School>& schools_;
    const std::vector<School>& closed_;
    Findings& findings_;
    EnrolmentMatching matching_;
    EnrolmentFindings reports_;
    std::vector<bool> is_filled_;
    std::vector<bool> is_closed_;
    EnrolmentJoined joined_;
};

} // namespace

EnrolmentJoined join_enrolment(const Table& table, const std::vector<EnrolmentRow>& rows, std::vector<School>& schools,
                               const std::vector<School>& closed, Findings& findings)
{
    return EnrolmentJoin(table, rows, schools, closed, findings).join();
}

} // namespace fieldgap
