#pragma once
// One block a school with an open issue.

#include "quarter/quarter_report.hpp"
#include "workbook/workbook.hpp"
#include "workbook/xlsx_file.hpp"

namespace fieldgap {

/// As many schools as fit onto one sheet; how many do not is said on it.
void write_school_sheets(XlsxFile& file, const quarter::QuarterReport& report, const SheetLimits& limits);

} // namespace fieldgap
