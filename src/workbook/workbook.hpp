#pragma once
// A finished result as a workbook for Excel and LibreOffice: a sheet for each table that a planner works with.

#include <cstddef>
#include <cstdint>
#include <string>

namespace fieldgap {

namespace quarter {
struct QuarterReport;
}

struct WorkbookTarget
{
    std::string path;
    bool overwrite = false;
    std::int64_t timestamp_s = 0; ///< when it was made, as it says itself
};

/// What a sheet holds; those of the format, but in tests.
struct SheetLimits
{
    std::size_t rows = 1'048'576; ///< the head among them
    std::size_t letters = 32'767; ///< of a cell, as UTF-16 counts them
};

/// To be asked before the work begins. Throws gis::UsageError where the ending is not .xlsx, gis::WriteError where no file can stand there
/// or one stands there that is to be kept.
void check_workbook_target(const WorkbookTarget& target);

/// Reads the GeoPackage `result` and writes its tables, headings and codes in the language spoken; the file appears whole or not at all,
/// and the same result gives the same bytes. Tables that it lacks have no sheet. Texts stay texts, whatever sign they begin with; what is
/// too long for a cell or a sheet is cut, and the cell or the last row says so. Throws gis::Error where the result cannot be read or has
/// none of the tables, gis::WriteError, gis::Interrupted. `of`: sheets of a quarter of strike-off stand before the tables.
void write_workbook(const std::string& result, const WorkbookTarget& target, const SheetLimits& limits = {},
                    const quarter::QuarterReport* of = nullptr);

} // namespace fieldgap
