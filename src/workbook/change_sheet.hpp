#pragma once
// The data of the result, what changed since the run before, rural grounds, the programme.

#include "quarter/quarter_report.hpp"
#include "workbook/workbook.hpp"
#include "workbook/xlsx_file.hpp"

namespace fieldgap {

void write_change_sheet(XlsxFile& file, const quarter::QuarterReport& report, const SheetLimits& limits);

} // namespace fieldgap
