#include "workbook/change_sheet.hpp"

#include "workbook/block_sheet.hpp"
#include "workbook/quarter_words.hpp"
#include "workbook/summary_labels.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

using quarter::QuarterReport;
using words::Text;
using words::translate;

constexpr std::size_t columns = 8;

/// A text, else a number.
BlockCell said(const std::optional<quarter::Amount>& amount)
{
    return !amount ? BlockCell() : amount->text.empty() ? number_cell(amount->value, CellKind::figure) : BlockCell(amount->text);
}

struct KeyOfRun
{
    std::string_view key;
    Text label;
};

/// What only runs of a register say; the other keys are those of a summary.
constexpr std::array<KeyOfRun, 4> keys_of_runs = {{{"network_sha256", Text::quarter_key_network},
                                                   {"version", Text::quarter_key_version},
                                                   {"baseline_gap_m2", Text::quarter_key_baseline},
                                                   {"current_gap_m2", Text::quarter_key_current}}};

/// What a key means, else the key.
std::string label(const std::string& key)
{
    const auto* const found = std::find_if(keys_of_runs.begin(), keys_of_runs.end(), [&](const KeyOfRun& one) { return one.key == key; });
    const std::string meaning = found == keys_of_runs.end() ? label_of(key) : translate(found->label);
    return meaning.empty() ? key : meaning;
}

void put_sources(BlockSheet& sheet, const QuarterReport& report)
{
    sheet.begin_table(translate(Text::quarter_data_sources),
                      {translate(Text::quarter_data_input), translate(Text::quarter_data_file), translate(Text::quarter_data_rows),
                       translate(Text::quarter_data_used), translate(Text::quarter_data_left_out), translate(Text::quarter_data_crs),
                       translate(Text::quarter_data_encoding), translate(Text::quarter_data_digest)});
    for (const quarter::Source& source : report.sources) {
        const std::string place = source.layer.empty() ? source.path : source.path + " | " + source.layer;
        sheet.row({source.input, place, whole_cell(source.rows), whole_cell(source.used), whole_cell(source.left_out), source.crs,
                   source.encoding, source.sha256});
    }
}

void put_guesses(BlockSheet& sheet, const QuarterReport& report)
{
    if (report.guesses.empty()) {
        return;
    }
    sheet.begin_table(translate(Text::quarter_data_guesses), {title_of("layer"), title_of("message")});
    for (const quarter::GuessRow& row : report.guesses) {
        sheet.row({row.layer, row.message});
    }
}

void put_changes(BlockSheet& sheet, const QuarterReport& report)
{
    sheet.begin_table(translate(Text::quarter_data_changes),
                      {title_of("key"), translate(Text::quarter_data_before), translate(Text::quarter_data_now), title_of("unit"),
                       translate(Text::quarter_data_changed)});
    for (const quarter::Change& change : report.changes) {
        sheet.row({label(change.key), said(change.before), said(change.now), (change.now ? change.now : change.before)->unit,
                   change.before ? yes_or_no(change.is_same() ? 0.0 : 1.0) : ""});
    }
    if (report.overruled() > 0) {
        sheet.line(translate(Text::quarter_data_overruled, {report.overruled()}));
    }
}

void put_rural(BlockSheet& sheet, const QuarterReport& report)
{
    if (!report.rural.empty()) {
        sheet.begin_table(translate(Text::quarter_rural_lines), {title_of("key"), title_of("value"), title_of("unit")});
        for (const quarter::Amount& line : report.rural) {
            sheet.row({label(line.key), number_cell(line.value, CellKind::figure), line.unit});
        }
    }
    if (report.surfaces.empty()) {
        return;
    }
    sheet.begin_table(translate(Text::quarter_rural_surfaces),
                      {title_of("district"), title_of("rural"), title_of("surface"), translate(Text::quarter_rural_hard),
                       translate(Text::quarter_rural_grounds), title_of("area_m2")});
    for (const quarter::SurfaceRow& row : report.surfaces) {
        sheet.row(
            {row.district, yes_or_no(row.rural), row.surface, yes_or_no(row.hard), whole_cell(row.grounds), number_cell(row.area_m2)});
    }
}

void put_programme(BlockSheet& sheet, const QuarterReport& report)
{
    if (report.programme.empty()) {
        return;
    }
    sheet.begin_table(translate(Text::quarter_programme_rows),
                      {title_of("name"), title_of("unit"), translate(Text::quarter_programme_year),
                       translate(Text::quarter_programme_target), translate(Text::quarter_programme_done),
                       translate(Text::quarter_programme_pace), translate(Text::quarter_programme_forecast),
                       translate(Text::quarter_programme_total)});
    const auto figure = [](std::optional<double> value) { return number_cell(value, CellKind::figure); };
    for (const quarter::ProgrammeRow& row : report.programme) {
        sheet.row(
            {row.name, row.unit, row.year, figure(row.target), figure(row.done), figure(row.pace), row.forecast_year, figure(row.total)});
    }
}

} // namespace

void write_change_sheet(XlsxFile& file, const QuarterReport& report, const SheetLimits& limits)
{
    BlockSheet sheet(file, limits, Text::quarter_sheet_changes, columns);
    put_sources(sheet, report);
    put_guesses(sheet, report);
    put_changes(sheet, report);
    put_rural(sheet, report);
    put_programme(sheet, report);
    sheet.end();
}

} // namespace fieldgap
