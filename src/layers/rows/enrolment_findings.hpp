#pragma once
// What is said of the rows of an enrolment table: how they found their school, or why they are left out.

#include "layers/rows/enrolment_matching.hpp"
#include "layers/rows/enrolment_rows.hpp"
#include "layers/table/table.hpp"

#include <map>
#include <optional>
#include <vector>

namespace fieldgap {

/// Rows and schools go by their position. Borrows everything.
class EnrolmentFindings
{
public:
    EnrolmentFindings(const Table& table, const std::vector<EnrolmentRow>& rows, const std::vector<School>& schools,
                      const EnrolmentMatching& matching, Findings& findings)
        : table_(table), rows_(rows), schools_(schools), matching_(matching), findings_(findings)
    {
    }

    /// Ids that no program keeps whole, and those that were matched by their normal form.
    void ids();

    /// A row that was joined by less than an id.
    void match(std::size_t row);

    /// A row beyond `parts`, those of its school that were read.
    void second(std::size_t row, const std::vector<std::size_t>& parts);

    /// A school that all of its rows call closed, `row` first.
    void closed_school(std::size_t school, std::size_t row);
    void of_closed(std::size_t row, const School& closed);
    /// A closed row of a school that is open.
    void closed_row(std::size_t row);

    /// A row without a school; one of its choices that is not filled may have been meant.
    void unmatched(std::size_t row, const std::vector<bool>& is_filled);

private:
    const School& school_of(std::size_t row) const { return schools_[matching_.meanings()[row].match->school]; }
    PerStage<double> pupils(std::size_t row) const;
    std::optional<std::size_t> free_choice(const RowMeaning& meaning, const std::vector<bool>& is_filled);
    std::vector<WhatIf> what_if(std::size_t row, const std::vector<bool>& is_filled);

    const Table& table_;
    const std::vector<EnrolmentRow>& rows_;
    const std::vector<School>& schools_;
    const EnrolmentMatching& matching_;
    Findings& findings_;
    std::map<const std::size_t*, std::optional<std::size_t>> free_choice_;
};

} // namespace fieldgap
