#include "quarter/strike_part.hpp"

#include <algorithm>
#include <map>

namespace fieldgap::quarter {
namespace {

using LastRows = std::map<std::string, const HistoryRow*>;

/// What the last run that knows an issue wrote of it. Precondition: history in rising order of days.
LastRows last_rows(const RegisterTables& tables)
{
    LastRows last;
    for (const HistoryRow& row : tables.history) {
        last[row.issue_id] = &row;
    }
    return last;
}

class Reporter
{
public:
    Reporter(const ResultTables& result, const RegisterTables& tables, const std::optional<Date>& last)
        : last_rows_(last_rows(tables)), last_day_(last ? text_of(*last) : std::string())
    {
        for (const ResultSchool& school : result.schools) {
            schools_.emplace(school.school_id, &school);
        }
    }

    ReportedIssue operator()(const IssueRow& row) const
    {
        ReportedIssue issue;
        issue.row = row;
        put_state(issue);
        const auto school = schools_.find(row.school_id);
        issue.school = school == schools_.end() || school->second->name.empty() ? row.school_id : school->second->name;
        issue.district = school == schools_.end() ? "" : school->second->district;
        const bool has_run = !last_day_.empty();
        issue.is_opened_now = has_run && row.opened == last_day_;
        issue.is_closed_now = has_run && issue.state == IssueState::closed && row.closed == last_day_;
        return issue;
    }

private:
    void put_state(ReportedIssue& issue) const
    {
        const auto found = last_rows_.find(issue.row.issue_id);
        if (found == last_rows_.end()) {
            issue.state = state_now({issue.row.state, {}, {}}, std::nullopt);
            return;
        }
        const HistoryRow& last = *found->second;
        issue.state = state_now({issue.row.state, issue.row.note, last.note}, issue_state_named(last.state));
        issue.is_overruled = issue.row.state != last.state && issue.row.state != name_of(IssueState::claimed);
        const std::string_view reopened = name_of(IssueState::reopened);
        issue.is_reopened_now = last.as_of == last_day_ && last.state == reopened && last.state_before != reopened;
    }

    std::map<std::string, const ResultSchool*> schools_;
    LastRows last_rows_;
    std::string last_day_;
};

/// In the order in which the districts first come; those outside of all last.
std::vector<DistrictStrike> by_district(const std::vector<ReportedIssue>& issues)
{
    std::vector<DistrictStrike> districts;
    for (const ReportedIssue& issue : issues) {
        auto found = std::find_if(districts.begin(), districts.end(),
                                  [&](const DistrictStrike& district) { return district.district == issue.district; });
        found = found == districts.end() ? districts.insert(found, {issue.district, {}}) : found;
        found->counts.add(issue.state);
    }
    std::sort(districts.begin(), districts.end(), [](const DistrictStrike& a, const DistrictStrike& b) {
        return std::pair(a.district.empty(), a.district) < std::pair(b.district.empty(), b.district);
    });
    return districts;
}

} // namespace

void put_strike_off(QuarterReport& report, const ResultTables& result, const RegisterTables& tables)
{
    StrikeOff& strike_off = report.strike_off;
    const Reporter reported(result, tables, report.last);
    for (const IssueRow& row : tables.issues) {
        strike_off.issues.push_back(reported(row));
        strike_off.counts.add(strike_off.issues.back().state);
    }
    strike_off.districts = by_district(strike_off.issues);
}

} // namespace fieldgap::quarter
