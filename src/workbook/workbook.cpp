#include "workbook/workbook.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/file_publication.hpp"
#include "gis/io/geopackage/geopackage_target.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"
#include "workbook/cell_text.hpp"
#include "workbook/quarter_sheets.hpp"
#include "workbook/sheet_plan.hpp"
#include "workbook/summary_labels.hpp"
#include "workbook/xlsx_file.hpp"

#include <cmath>
#include <filesystem>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

/// The folder beside it must be there or be makeable: as for a result.
gis::GeoPackageTarget as_result(const WorkbookTarget& target)
{
    return {target.path, true, "", target.timestamp_s, false};
}

/// A code, or several joined by `;`, in words; a code without one stays.
std::string in_words(const SheetColumn& column, const std::string& text)
{
    if (column.words.empty()) {
        return text;
    }
    std::string out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(';', at), text.size());
        const auto found = column.words.find(text.substr(at, end - at));
        out += (at == 0 ? "" : "; ") + (found == column.words.end() ? text.substr(at, end - at) : found->second);
        at = end + 1;
    }
    return out;
}

std::string text_of_cell(const SheetColumn& column, const gis::SqliteStatement& row, int at)
{
    if (column.kind == CellKind::yes_or_no) {
        return translate(row.integer(at) != 0 ? Text::sheet_yes : Text::sheet_no);
    }
    return column.is_meaning ? label_of(row.text(at)) : in_words(column, row.text(at));
}

void add_row(XlsxFile& file, const SheetPlan& plan, const gis::SqliteStatement& row, std::uint32_t at, const SheetLimits& limits)
{
    for (std::uint16_t c = 0; c < plan.columns.size(); ++c) {
        const SheetColumn& column = plan.columns[c];
        if (row.is_null(c)) {
            if (column.kind == CellKind::figure) {
                file.text(at, c, translate(Text::summary_unknown));
            }
            continue;
        }
        const bool is_number = column.kind != CellKind::text && column.kind != CellKind::yes_or_no;
        if (is_number && std::isfinite(row.real(c))) {
            file.number(at, c, row.real(c), column.kind);
        } else {
            file.text(at, c, cell_text(text_of_cell(column, row, c), limits.letters, translate(Text::workbook_cut)));
        }
    }
}

std::size_t rows_of(const gis::SqliteConnection& result, const std::string& table)
{
    gis::SqliteStatement count(result, "SELECT count(*) FROM " + gis::sql_name(table));
    return count.step() ? static_cast<std::size_t>(count.integer(0)) : 0;
}

/// Where not all rows fit, the last one of the sheet says how many are missing.
void add_sheet(XlsxFile& file, const gis::SqliteConnection& result, const SheetPlan& plan, const SheetLimits& limits)
{
    const std::size_t rows = rows_of(result, plan.table);
    const std::size_t most = limits.rows - 1;
    const std::size_t shown = rows <= most ? rows : most - 1;
    file.begin_sheet(plan);
    gis::SqliteStatement row(result, plan.query);
    std::uint32_t at = 0;
    while (at < shown && row.step()) {
        gis::throw_if_interrupted();
        add_row(file, plan, row, ++at, limits);
    }
    file.end_sheet(at);
    if (shown < rows) {
        file.text(at + 1, 0, translate(Text::workbook_rows_left, {rows - shown, plan.table}));
    }
}

} // namespace

void check_workbook_target(const WorkbookTarget& target)
{
    if (words::lower_case(fs::path(target.path).extension().string()) != ".xlsx") {
        throw gis::UsageError(translate(Text::workbook_ending, {target.path}));
    }
    gis::check_target(as_result(target));
    std::error_code error;
    if (!target.overwrite && fs::exists(target.path, error)) {
        throw gis::WriteError(translate(Text::workbook_exists, {target.path}));
    }
}

void write_workbook(const std::string& result, const WorkbookTarget& target, const SheetLimits& limits, const quarter::QuarterReport* of)
{
    const auto connection = gis::SqliteConnection::for_reading(result, true, [&](const std::string& why) {
        throw gis::Error(translate(Text::workbook_not_read, {result, why}));
    });
    const std::vector<SheetPlan> plans = sheet_plans(connection);
    if (plans.empty()) {
        throw gis::Error(translate(Text::workbook_no_tables, {result}));
    }
    gis::make_folder_of(as_result(target));
    const fs::path place = gis::file_of(as_result(target));
    const gis::FolderBeside work(place);
    const fs::path made = work.path() / "workbook.xlsx";
    XlsxFile file(made, work.path(), target.timestamp_s);
    if (of != nullptr) {
        write_quarter_sheets(file, *of, limits);
    }
    for (const SheetPlan& plan : plans) {
        add_sheet(file, connection, plan, limits);
    }
    file.close();
    gis::sync_to_disk(made);
    gis::publish_files(work, {{made, place}}, target.overwrite ? gis::Existing::replace : gis::Existing::keep);
}

} // namespace fieldgap
