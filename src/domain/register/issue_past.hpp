#pragma once
// What earlier runs said of an issue.

#include "domain/register/register_rows.hpp"

#include <map>
#include <string>
#include <vector>

namespace fieldgap {

/// Borrowed from the history.
struct IssuePast
{
    std::optional<IssueState> state;          ///< after the last run; absent: no earlier run knows the issue
    const HistoryRow* first = nullptr;        ///< the run that opened it
    const HistoryRow* closed = nullptr;       ///< the last run that found it closed
    const HistoryRow* closed_since = nullptr; ///< the run that closed it, of an issue that is closed
    const HistoryRow* reopened = nullptr;     ///< the run that opened it again, of one that has not been closed since
    bool is_overdue_claim = false;            ///< it was claimed, and then its quarter ended
};

/// By issue id, of the runs before `as_of`, whatever the order of their rows.
std::map<std::string, IssuePast> pasts_of_issues(const std::vector<HistoryRow>& history, const std::string& as_of);

} // namespace fieldgap
