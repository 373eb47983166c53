#include "workbook/standing_sheet.hpp"

#include "workbook/block_sheet.hpp"
#include "workbook/quarter_words.hpp"

namespace fieldgap {
namespace {

using quarter::QuarterReport;
using words::Text;
using words::translate;

constexpr std::size_t columns = 10;

void put_days(BlockSheet& sheet, const QuarterReport& report)
{
    sheet.line(translate(Text::quarter_days, {day_word(report.last), day_word(report.before), day_word(report.first)}));
    if (report.is_of_other_run()) {
        sheet.line(translate(Text::quarter_other_day, {report.day_of_result}));
    }
}

void put_standing(BlockSheet& sheet, const QuarterReport& report)
{
    sheet.begin_table(translate(Text::quarter_standing),
                      {title_of("district"), title_of("stage"), title_of("schools_meet"), title_of("schools_near"),
                       title_of("schools_short"), title_of("schools_unknown"), translate(Text::quarter_pupils_short),
                       translate(Text::quarter_gap_now), translate(Text::quarter_gap_before), translate(Text::quarter_gap_first)});
    for (const quarter::StandingRow& row : report.standing) {
        sheet.row({district_word(row.district), stage_word(row.stage), whole_cell(row.meets), whole_cell(row.near),
                   whole_cell(row.is_short), whole_cell(row.unknown), whole_cell(row.pupils_short), number_cell(row.gap_m2),
                   number_cell(row.gap_before_m2), number_cell(row.gap_first_m2)});
    }
}

void put_channels(BlockSheet& sheet, const QuarterReport& report)
{
    sheet.begin_table(translate(Text::quarter_channels),
                      {title_of("channel"), translate(Text::quarter_planned), translate(Text::quarter_done),
                       translate(Text::quarter_under_way), translate(Text::quarter_promised), translate(Text::quarter_done_before)});
    for (const quarter::ChannelRow& row : report.channels) {
        sheet.row({channel_word(row.channel), number_cell(row.planned_m2), number_cell(row.done_m2), number_cell(row.under_way_m2),
                   number_cell(row.promised_m2), number_cell(row.done_before_m2)});
    }
    sheet.row({translate(Text::quarter_plan_unnamed), number_cell(report.planned_unnamed_m2)});
    sheet.row({translate(Text::quarter_plan_shortfall), number_cell(report.planned_shortfall_m2)});
    sheet.begin_table(translate(Text::quarter_unassigned),
                      {"", translate(Text::quarter_unassigned_m2), translate(Text::quarter_unassigned_before)});
    sheet.row({translate(Text::quarter_city), number_cell(report.unassigned_m2), number_cell(report.unassigned_before_m2)});
}

std::vector<BlockCell> counts_row(const std::string& name, const quarter::StrikeCounts& counts)
{
    const auto whole = [](std::int64_t count) { return whole_cell(static_cast<double>(count)); };
    std::vector<BlockCell> cells = {name, whole(counts.all()), whole(counts.of(IssueState::closed)),
                                    number_cell(counts.closed_percent(), CellKind::tenths), whole(counts.still_open())};
    for (const IssueState state : issue_states_by_urgency) {
        if (state != IssueState::closed) {
            cells.push_back(whole(counts.of(state)));
        }
    }
    return cells;
}

void put_counts(BlockSheet& sheet, const QuarterReport& report)
{
    std::vector<std::string> heads = {title_of("district"), translate(Text::quarter_issues_all), state_word(IssueState::closed),
                                      translate(Text::quarter_rate), translate(Text::quarter_still_open)};
    for (const IssueState state : issue_states_by_urgency) {
        if (state != IssueState::closed) {
            heads.push_back(state_word(state));
        }
    }
    sheet.begin_table(translate(Text::quarter_issues), heads);
    sheet.row(counts_row(translate(Text::quarter_city), report.strike_off.counts));
    for (const quarter::DistrictStrike& district : report.strike_off.districts) {
        const std::string name = district.district.empty() ? translate(Text::quarter_outside) : district.district;
        sheet.row(counts_row(name, district.counts));
    }
}

std::string until_text(const quarter::StrikeOff& strike_off)
{
    if (!strike_off.until) {
        return translate(Text::quarter_until_none);
    }
    const std::string day = text_of(*strike_off.until);
    return strike_off.is_until_of_plan ? translate(Text::quarter_until_plan, {day}) : translate(Text::quarter_until_due, {day});
}

std::string forecast_text(const quarter::Forecast& forecast)
{
    using Kind = quarter::Forecast::Kind;
    switch (forecast.kind) {
    case Kind::no_run: return translate(Text::quarter_forecast_no_run);
    case Kind::first_run: return translate(Text::quarter_forecast_first_run);
    case Kind::nothing_opens: return translate(Text::quarter_forecast_nothing_opens);
    case Kind::all_closed: return translate(Text::quarter_forecast_all_closed);
    case Kind::nothing_closes: return translate(Text::quarter_forecast_nothing_closes);
    case Kind::far_off: return translate(Text::quarter_forecast_far_off);
    case Kind::known: break;
    }
    return translate(Text::quarter_forecast_known, {forecast.closed_per_quarter, text_of(forecast.quarter.value())});
}

void put_pace(BlockSheet& sheet, const quarter::StrikeOff& strike_off)
{
    sheet.begin_table(translate(Text::quarter_pace),
                      {translate(Text::quarter_run), title_of("gap_m2"), translate(Text::quarter_line_gap),
                       translate(Text::quarter_issues_all), state_word(IssueState::closed), translate(Text::quarter_line_closed)});
    for (std::size_t i = 0; i < strike_off.runs.size(); ++i) {
        const quarter::RunPoint& run = strike_off.runs[i];
        const bool has_line = i < strike_off.line.size();
        sheet.row({text_of(run.as_of), number_cell(run.gap_m2), has_line ? number_cell(strike_off.line[i].gap_m2) : BlockCell(),
                   whole_cell(static_cast<double>(run.issues)), whole_cell(static_cast<double>(run.closed)),
                   has_line ? number_cell(strike_off.line[i].closed, CellKind::tenths) : BlockCell()});
    }
    sheet.line(until_text(strike_off));
    sheet.line(forecast_text(strike_off.forecast));
}

/// Why an issue is named; empty where it is not.
std::string reason_to_name(const quarter::ReportedIssue& issue)
{
    const bool is_overdue = issue.state == IssueState::overdue;
    const bool is_reopened = issue.state == IssueState::reopened;
    return issue.is_closed_now   ? translate(Text::quarter_closed_now)
           : issue.is_opened_now ? translate(Text::quarter_opened_now)
           : is_reopened         ? translate(issue.is_reopened_now ? Text::quarter_reopened_now : Text::quarter_strike_reopened)
           : is_overdue          ? translate(Text::quarter_strike_overdue)
                                 : "";
}

void put_names(BlockSheet& sheet, const quarter::StrikeOff& strike_off)
{
    sheet.begin_table(translate(Text::quarter_names),
                      {translate(Text::quarter_what), title_of("school_name"), title_of("stage"), title_of("district"),
                       translate(Text::quarter_issue_current), translate(Text::quarter_issue_due), translate(Text::quarter_issue_unit)});
    for (const quarter::ReportedIssue& issue : strike_off.issues) {
        if (const std::string reason = reason_to_name(issue); !reason.empty()) {
            sheet.row({reason, issue.school, stage_word(issue.row.stage), issue.district, number_cell(issue.row.current_gap_m2),
                       issue.row.due, issue.row.unit});
        }
    }
}

} // namespace

void write_standing_sheet(XlsxFile& file, const QuarterReport& report, const SheetLimits& limits)
{
    BlockSheet sheet(file, limits, Text::quarter_sheet_quarter, columns);
    put_days(sheet, report);
    put_standing(sheet, report);
    put_channels(sheet, report);
    put_counts(sheet, report);
    put_pace(sheet, report.strike_off);
    put_names(sheet, report.strike_off);
    sheet.end();
}

void write_channel_sheet(XlsxFile& file, const QuarterReport& report, const SheetLimits& limits)
{
    constexpr std::size_t columns_of_channels = 6;
    BlockSheet sheet(file, limits, Text::quarter_sheet_channels, columns_of_channels);
    put_days(sheet, report);
    put_channels(sheet, report);
    sheet.end();
}

} // namespace fieldgap
