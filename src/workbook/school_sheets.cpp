#include "workbook/school_sheets.hpp"

#include "workbook/block_sheet.hpp"
#include "workbook/quarter_words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using quarter::SchoolSheet;
using words::Text;
using words::translate;

constexpr std::size_t columns = 9;
/// Titles, heads and free rows of a block, and its one row of figures.
constexpr std::size_t rows_around = 16;

BlockCell minutes_cell(std::optional<double> walk_s)
{
    constexpr double seconds_per_minute = 60.0;
    return walk_s ? number_cell(*walk_s / seconds_per_minute, CellKind::tenths) : BlockCell();
}

BlockCell count_cell(std::optional<std::int64_t> count)
{
    return count ? whole_cell(static_cast<double>(*count)) : BlockCell();
}

void put_school(BlockSheet& sheet, const SchoolSheet& of)
{
    const quarter::ResultSchool& school = of.school;
    const std::string name = school.name.empty() ? school.school_id : school.name;
    sheet.begin_table(name + " (" + school.school_id + ") " + school.district,
                      {translate(Text::quarter_issue_state), title_of("pupils"), translate(Text::quarter_school_classes_primary),
                       translate(Text::quarter_school_classes_junior), title_of("required_m2"), title_of("own_m2"), title_of("gap_m2"),
                       title_of("residual_m2")});
    sheet.row({state_word(of.state), whole_cell(school.pupils), count_cell(of.classes[0]), count_cell(of.classes[1]),
               number_cell(school.required_m2), number_cell(school.own_m2), number_cell(school.gap_m2), number_cell(school.residual_m2)});
}

void put_ground(BlockSheet& sheet, const SchoolSheet& of)
{
    sheet.begin_table(translate(Text::quarter_school_ground),
                      {title_of("basis"), title_of("m2"), title_of("from_id"), translate(Text::quarter_school_option_minutes),
                       title_of("lease_no"), title_of("lease_until"), title_of("cost")});
    for (const quarter::LedgerRow& row : of.ledger) {
        sheet.row({basis_word(row.basis), number_cell(row.m2), row.from_id, minutes_cell(row.walk_s), row.lease_no, row.lease_until,
                   number_cell(row.cost)});
    }
}

void put_issues(BlockSheet& sheet, const SchoolSheet& of, const quarter::StrikeOff& strike_off)
{
    sheet.begin_table(translate(Text::quarter_issues),
                      {title_of("stage"), translate(Text::quarter_issue_state), translate(Text::quarter_issue_opened),
                       translate(Text::quarter_issue_baseline), translate(Text::quarter_issue_current), translate(Text::quarter_issue_due),
                       translate(Text::quarter_issue_unit), title_of("note"), translate(Text::quarter_issue_evidence)});
    for (const std::size_t place : of.issues) {
        const quarter::ReportedIssue& issue = strike_off.issues[place];
        sheet.row({stage_word(issue.row.stage), state_word(issue.state), issue.row.opened, number_cell(issue.row.baseline_gap_m2),
                   number_cell(issue.row.current_gap_m2), issue.row.due, issue.row.unit, issue.row.note, issue.row.evidence});
    }
}

void put_history(BlockSheet& sheet, const SchoolSheet& of)
{
    sheet.begin_table(translate(Text::quarter_issue_history),
                      {translate(Text::quarter_run), translate(Text::quarter_issue_id), translate(Text::quarter_issue_state),
                       title_of("pupils"), title_of("required_m2"), title_of("own_m2"), title_of("rent_m2"), title_of("gap_m2"),
                       translate(Text::quarter_issue_evidence)});
    for (const quarter::HistoryRow& row : of.history) {
        const auto state = issue_state_named(row.state);
        sheet.row({row.as_of, row.issue_id, state ? state_word(*state) : row.state, whole_cell(row.pupils), number_cell(row.required_m2),
                   number_cell(row.own_m2), number_cell(row.leased_m2), number_cell(row.gap_m2), row.evidence});
    }
}

void put_options(BlockSheet& sheet, const SchoolSheet& of)
{
    sheet.begin_table(translate(Text::quarter_school_options),
                      {title_of("channel"), title_of("from_id"), title_of("name"), translate(Text::quarter_school_option_proposed),
                       translate(Text::quarter_school_option_possible), translate(Text::quarter_school_option_minutes),
                       title_of("crossings"), title_of("major_roads"), title_of("cost")});
    for (const quarter::SchoolOption& option : of.options) {
        sheet.row({channel_word(option.channel), option.from_id, option.from_name, number_cell(option.proposed_m2),
                   number_cell(option.possible_m2), minutes_cell(option.walk_s), count_cell(option.crossings),
                   count_cell(option.major_roads), number_cell(option.cost)});
    }
    if (of.options_left_out > 0) {
        sheet.line(translate(Text::quarter_school_options_more, {of.options_left_out}));
    }
}

std::size_t rows_of(const SchoolSheet& of)
{
    return rows_around + of.ledger.size() + of.issues.size() + of.history.size() + of.options.size();
}

} // namespace

void write_school_sheets(XlsxFile& file, const quarter::QuarterReport& report, const SheetLimits& limits)
{
    BlockSheet sheet(file, limits, Text::quarter_sheet_school_sheets, columns);
    std::size_t left_out = 0;
    bool has_any = false;
    for (const SchoolSheet& of : report.sheets) {
        if (!of.is_open()) {
            continue;
        }
        has_any = true;
        if (left_out > 0 || !sheet.has_room(rows_of(of))) {
            ++left_out;
        } else {
            put_school(sheet, of);
            put_ground(sheet, of);
            put_issues(sheet, of, report.strike_off);
            put_history(sheet, of);
            put_options(sheet, of);
        }
    }
    if (!has_any) {
        sheet.line(translate(Text::quarter_school_none_open));
    }
    if (left_out > 0) {
        sheet.line(translate(Text::quarter_school_sheets_left, {left_out}));
    }
    sheet.end();
}

} // namespace fieldgap
