#include "quarter/quarter_report.hpp"

#include "quarter/course_part.hpp"
#include "quarter/sheet_part.hpp"
#include "quarter/source_part.hpp"
#include "quarter/standing_part.hpp"
#include "quarter/strike_part.hpp"
#include "quarter/variation_part.hpp"

#include <algorithm>

namespace fieldgap::quarter {
namespace {

constexpr std::string_view indicator_of_ground = "sports_area_m2";

std::vector<Reading> readings_of_ground(const ResultTables& result)
{
    std::vector<Reading> readings;
    std::copy_if(result.readings.begin(), result.readings.end(), std::back_inserter(readings),
                 [](const Reading& reading) { return reading.indicator == indicator_of_ground; });
    return readings;
}

std::vector<Amount> rural_lines(const ResultTables& result)
{
    std::vector<Amount> lines;
    std::copy_if(result.summary.begin(), result.summary.end(), std::back_inserter(lines),
                 [](const Amount& line) { return line.key.starts_with("rural."); });
    return lines;
}

/// The register, else the result, knows the days.
void put_days(QuarterReport& report, const RegisterTables& tables)
{
    const std::vector<Date> days = days_of_runs(tables);
    if (!days.empty()) {
        report.first = days.front();
        report.last = days.back();
    }
    if (days.size() > 1) {
        report.before = days[days.size() - 2];
    }
}

} // namespace

std::size_t QuarterReport::overruled() const
{
    const auto& issues = strike_off.issues;
    return static_cast<std::size_t>(
        std::count_if(issues.begin(), issues.end(), [](const ReportedIssue& issue) { return issue.is_overruled; }));
}

QuarterReport quarter_report(const ResultTables& result, const RegisterTables& tables, const std::string& day_of_result)
{
    QuarterReport report;
    report.day_of_result = day_of_result;
    put_days(report, tables);
    const SourceDocument document = source_document(result.metadata);
    put_standing(report, tables);
    put_channels(report, result, tables);
    put_strike_off(report, result, tables);
    put_course(report, tables, document.plan_until);
    report.variation = variation_rows(result, document.variation_limits);
    report.readings = readings_of_ground(result);
    put_sheets(report, result, tables);
    report.changes = changes_of_runs(report, tables);
    report.sources = document.sources;
    report.guesses = result.guesses;
    report.rural = rural_lines(result);
    report.surfaces = result.surfaces;
    report.programme = result.programme;
    return report;
}

} // namespace fieldgap::quarter
