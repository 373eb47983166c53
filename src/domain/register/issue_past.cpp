#include "domain/register/issue_past.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

void add(IssuePast& past, const HistoryRow& row)
{
    const auto state = issue_state_named(row.state);
    if (!state) {
        return; // no word of ours
    }
    const bool was_closed = past.state == IssueState::closed;
    past.is_overdue_claim = *state == IssueState::overdue && (past.state == IssueState::claimed || past.is_overdue_claim);
    past.first = past.first == nullptr ? &row : past.first;
    if (*state == IssueState::closed) {
        past.closed = &row;
        past.closed_since = was_closed ? past.closed_since : &row;
        past.reopened = nullptr;
    } else {
        past.closed_since = nullptr;
        past.reopened = was_closed ? &row : past.reopened;
    }
    past.state = state;
}

} // namespace

std::map<std::string, IssuePast> pasts_of_issues(const std::vector<HistoryRow>& history, const std::string& as_of)
{
    std::vector<const HistoryRow*> earlier;
    for (const HistoryRow& row : history) {
        if (row.as_of < as_of && date_of_text(row.as_of)) {
            earlier.push_back(&row);
        }
    }
    std::stable_sort(earlier.begin(), earlier.end(), [](const HistoryRow* a, const HistoryRow* b) { return a->as_of < b->as_of; });
    std::map<std::string, IssuePast> pasts;
    for (const HistoryRow* row : earlier) {
        add(pasts[row->issue_id], *row);
    }
    return pasts;
}

} // namespace fieldgap
