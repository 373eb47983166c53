#include "workbook/variation_sheet.hpp"

#include "workbook/block_sheet.hpp"
#include "workbook/quarter_words.hpp"

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr double percent = 100.0;
constexpr std::size_t columns = 12;

std::vector<BlockCell> cells_of(const quarter::VariationRow& row)
{
    return {district_word(row.district),
            stage_word(row.stage),
            whole_cell(static_cast<double>(row.schools)),
            number_cell(row.variation.mean_m2),
            number_cell(row.variation.cv, CellKind::ratio),
            number_cell(row.limit, CellKind::ratio)};
}

/// A row for each school that drives it; one where none does.
void put_row(BlockSheet& sheet, const quarter::VariationRow& row)
{
    if (row.drivers.empty()) {
        sheet.row(cells_of(row));
    }
    for (const quarter::DriverRow& of : row.drivers) {
        std::vector<BlockCell> cells = cells_of(row);
        for (const std::string& text : {of.school_id, of.school}) {
            cells.emplace_back(text);
        }
        cells.push_back(whole_cell(of.pupils));
        cells.push_back(number_cell(of.driver.per_pupil_m2));
        cells.push_back(number_cell(of.driver.contribution, CellKind::ratio));
        cells.push_back(number_cell(of.driver.share * percent, CellKind::tenths));
        sheet.row(cells);
    }
}

void put_readings(BlockSheet& sheet, const std::vector<quarter::Reading>& readings)
{
    std::vector<std::string> heads = {title_of("district"), title_of("stage"), title_of("schools"),
                                      translate(Text::quarter_variation_limit)};
    const auto readings_heads = {Text::quarter_variation_weighted, Text::quarter_variation_weighted_rounded, Text::quarter_variation_plain,
                                 Text::quarter_variation_plain_rounded};
    for (const Text head : readings_heads) {
        heads.push_back(translate(head));
    }
    for (const Text head : readings_heads) {
        heads.push_back(translate(Text::quarter_variation_passes, {translate(head)}));
    }
    sheet.begin_table(translate(Text::quarter_variation_readings), heads);
    for (const quarter::Reading& of : readings) {
        const auto cv = [](std::optional<double> value) { return number_cell(value, CellKind::ratio); };
        sheet.row({district_word(of.district), stage_word(of.stage), whole_cell(of.schools), cv(of.limit), cv(of.cv_weighted),
                   cv(of.cv_weighted_rounded), cv(of.cv_plain), cv(of.cv_plain_rounded), yes_or_no(of.passes_weighted),
                   yes_or_no(of.passes_weighted_rounded), yes_or_no(of.passes_plain), yes_or_no(of.passes_plain_rounded)});
    }
}

} // namespace

void write_variation_sheet(XlsxFile& file, const quarter::QuarterReport& report, const SheetLimits& limits)
{
    BlockSheet sheet(file, limits, Text::quarter_sheet_variation, columns);
    sheet.begin_table(translate(Text::quarter_variation_rows),
                      {title_of("district"), title_of("stage"), title_of("schools"), translate(Text::quarter_variation_mean),
                       translate(Text::quarter_variation_cv), translate(Text::quarter_variation_limit), title_of("school_id"),
                       title_of("school_name"), title_of("pupils"), title_of("per_pupil_m2"),
                       translate(Text::quarter_variation_contribution), translate(Text::quarter_variation_share)});
    for (const quarter::VariationRow& row : report.variation) {
        put_row(sheet, row);
    }
    if (!report.readings.empty()) {
        put_readings(sheet, report.readings);
    }
    sheet.end();
}

} // namespace fieldgap
