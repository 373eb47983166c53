#include "quarter/course_part.hpp"

#include <algorithm>

namespace fieldgap::quarter {
namespace {

/// Of the city and all stages, in rising order of days.
std::vector<RunPoint> points_of(const RegisterTables& tables)
{
    std::vector<RunPoint> points;
    for (const RunRow& run : tables.runs) {
        const auto day = date_of_text(run.as_of);
        if (day && run.district.empty() && run.stage.empty()) {
            points.push_back({*day, run.gap_m2, run.issues.value_or(run.states.all()), run.states.of(IssueState::closed)});
        }
    }
    std::stable_sort(points.begin(), points.end(), [](const RunPoint& a, const RunPoint& b) { return a.as_of < b.as_of; });
    return points;
}

std::vector<CalendarQuarter> due_quarters(const std::vector<ReportedIssue>& issues)
{
    std::vector<CalendarQuarter> due;
    for (const ReportedIssue& issue : issues) {
        if (const auto quarter = quarter_of_text(issue.row.due)) {
            due.push_back(*quarter);
        }
    }
    return due;
}

} // namespace

void put_course(QuarterReport& report, const RegisterTables& tables, const std::optional<Date>& plan_until)
{
    StrikeOff& strike_off = report.strike_off;
    strike_off.runs = points_of(tables);
    strike_off.until = day_to_be_done(plan_until, due_quarters(strike_off.issues));
    strike_off.is_until_of_plan = plan_until.has_value();
    strike_off.line = straight_line(strike_off.runs, strike_off.until);
    strike_off.forecast = forecast(strike_off.runs);
}

} // namespace fieldgap::quarter
