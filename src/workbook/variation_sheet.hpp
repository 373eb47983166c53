#pragma once
// The variation of districts and stages, the schools that drive it, and both readings.

#include "quarter/quarter_report.hpp"
#include "workbook/workbook.hpp"
#include "workbook/xlsx_file.hpp"

namespace fieldgap {

void write_variation_sheet(XlsxFile& file, const quarter::QuarterReport& report, const SheetLimits& limits);

} // namespace fieldgap
