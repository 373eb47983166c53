#pragma once
// One issue, from one run to the next: the state machine of the strike-off register (docs/rules.md section 6, Strike-off).

#include "domain/register/issue_past.hpp"
#include "domain/register/stage_evidence.hpp"

namespace fieldgap {

struct IssueStep
{
    RegisterRow row;  ///< the district's columns as they were
    HistoryRow entry; ///< of this run
    IssueState state = IssueState::open;

    bool opened_now() const { return entry.state_before.empty(); }
    bool closed_now() const { return state == IssueState::closed && entry.state_before != name_of(IssueState::closed); }
    bool reopened_now() const { return state != IssueState::closed && entry.state_before == name_of(IssueState::closed); }
};

/// `found` is nullptr where the run has no such school. An issue that no run has opened yet has an empty `opened`.
IssueStep next_step(const RegisterRow& row, const IssuePast& past, const StageEvidence* found, const Date& as_of);

} // namespace fieldgap
