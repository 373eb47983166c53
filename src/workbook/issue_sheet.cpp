#include "workbook/issue_sheet.hpp"

#include "workbook/block_sheet.hpp"
#include "workbook/quarter_words.hpp"

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

std::vector<std::string> heads()
{
    std::vector<std::string> all = {translate(Text::quarter_issue_id),
                                    title_of("school_id"),
                                    title_of("school_name"),
                                    title_of("district"),
                                    title_of("stage"),
                                    translate(Text::quarter_issue_state),
                                    translate(Text::quarter_issue_opened),
                                    translate(Text::quarter_issue_closed),
                                    translate(Text::quarter_issue_baseline),
                                    translate(Text::quarter_issue_current)};
    for (const char* channel : quarter::register_channels) {
        all.push_back(translate(Text::quarter_issue_promised, {channel_word(channel)}));
    }
    for (const Text head : {Text::quarter_issue_unit, Text::quarter_issue_due}) {
        all.push_back(translate(head));
    }
    all.push_back(title_of("note"));
    for (const Text head : {Text::quarter_issue_evidence, Text::quarter_issue_history}) {
        all.push_back(translate(head));
    }
    return all;
}

std::vector<BlockCell> row_of(const quarter::ReportedIssue& issue)
{
    const quarter::IssueRow& row = issue.row;
    std::vector<BlockCell> cells = {row.issue_id,
                                    row.school_id,
                                    issue.school,
                                    issue.district,
                                    stage_word(row.stage),
                                    state_word(issue.state),
                                    row.opened,
                                    row.closed,
                                    number_cell(row.baseline_gap_m2),
                                    number_cell(row.current_gap_m2)};
    for (const auto& promised : row.promised_m2) {
        cells.push_back(number_cell(promised));
    }
    for (const std::string& text : {row.unit, row.due, row.note, row.evidence, row.history}) {
        cells.emplace_back(text);
    }
    return cells;
}

} // namespace

void write_issue_sheet(XlsxFile& file, const quarter::QuarterReport& report, const SheetLimits& limits)
{
    const std::vector<std::string> columns = heads();
    BlockSheet sheet(file, limits, Text::quarter_sheet_strike_off, columns.size());
    sheet.begin_table(translate(Text::quarter_sheet_strike_off), columns);
    for (const quarter::ReportedIssue& issue : report.strike_off.issues) {
        sheet.row(row_of(issue));
    }
    sheet.end();
}

} // namespace fieldgap
