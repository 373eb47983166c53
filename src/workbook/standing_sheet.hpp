#pragma once
// Where city and districts stand, what the channels did, the issues counted and named, and their pace.

#include "quarter/quarter_report.hpp"
#include "workbook/workbook.hpp"
#include "workbook/xlsx_file.hpp"

namespace fieldgap {

void write_standing_sheet(XlsxFile& file, const quarter::QuarterReport& report, const SheetLimits& limits);
/// The channels alone, against the plan.
void write_channel_sheet(XlsxFile& file, const quarter::QuarterReport& report, const SheetLimits& limits);

} // namespace fieldgap
