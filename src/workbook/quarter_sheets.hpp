#pragma once
// The sheets of a quarter of strike-off (docs/rules.md section 6, The quarter).

#include "quarter/quarter_report.hpp"
#include "workbook/workbook.hpp"
#include "workbook/xlsx_file.hpp"

namespace fieldgap {

/// Quarter, issues, channels, variation, one block a school with an open issue, data and changes.
void write_quarter_sheets(XlsxFile& file, const quarter::QuarterReport& report, const SheetLimits& limits);

} // namespace fieldgap
