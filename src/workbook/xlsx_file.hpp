#pragma once
// A file of Excel, sheet by sheet and row by row; libxlsxwriter works behind it.

#include "workbook/sheet_plan.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace fieldgap {

class XlsxFile
{
public:
    /// Rows wait in files of `work` until `close`.
    XlsxFile(const std::filesystem::path& file, const std::filesystem::path& work, std::int64_t timestamp_s);
    ~XlsxFile();
    XlsxFile(const XlsxFile&) = delete;
    XlsxFile& operator=(const XlsxFile&) = delete;

    /// The next sheet with its head, which stays in sight with its first columns.
    void begin_sheet(const SheetPlan& plan);
    /// Cells of the current sheet, rows in rising order (0 is the head).
    void text(std::uint32_t row, std::uint16_t column, const std::string& text);
    void number(std::uint32_t row, std::uint16_t column, double number, CellKind kind);
    /// The sheet has no more rows than this one; its columns get a filter and widths.
    void end_sheet(std::uint32_t last_row);

    /// Writes the file. Throws gis::WriteError.
    void close();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
    std::string path_;
};

} // namespace fieldgap
