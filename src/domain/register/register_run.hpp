#pragma once
// A run of the strike-off register: every issue one step on, and the issues that open.

#include "domain/city/finding.hpp"
#include "domain/register/issue_step.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

/// An issue of this run. Rows of the register that are no issues of ours have none.
struct IssueInRun
{
    std::size_t row = 0; ///< position in RegisterContent::issues
    std::string school_id;
    Stage stage{};
    std::optional<std::size_t> district; ///< in Districts::rows; absent: outside of all, or the school is not in this run
    IssueState state = IssueState::open;
    bool opened_now = false;
    bool closed_now = false;
    bool reopened_now = false;
    HistoryRow entry;                     ///< of this run
    std::optional<HistoryRow> opened_row; ///< of the run that opened it; absent where that is lost
};

/// A register as it stands after a run.
struct RegisterAfter
{
    std::string as_of;
    RegisterContent content; ///< what this day said of itself before is replaced
    std::vector<IssueInRun> issues;
    Findings findings;
};

/// An issue opens where a stage lacks ground of its own and has no issue. Nothing is ever deleted but what this very day said before.
RegisterAfter issues_after(const RegisterContent& before, const FoundSchools& found, const Date& as_of);

/// Those in a state.
std::int64_t count_in(const RegisterAfter& after, IssueState state);

} // namespace fieldgap
