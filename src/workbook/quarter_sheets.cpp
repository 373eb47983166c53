#include "workbook/quarter_sheets.hpp"

#include "workbook/change_sheet.hpp"
#include "workbook/issue_sheet.hpp"
#include "workbook/school_sheets.hpp"
#include "workbook/standing_sheet.hpp"
#include "workbook/variation_sheet.hpp"

namespace fieldgap {

void write_quarter_sheets(XlsxFile& file, const quarter::QuarterReport& report, const SheetLimits& limits)
{
    write_standing_sheet(file, report, limits);
    write_issue_sheet(file, report, limits);
    write_channel_sheet(file, report, limits);
    write_variation_sheet(file, report, limits);
    write_school_sheets(file, report, limits);
    write_change_sheet(file, report, limits);
}

} // namespace fieldgap
