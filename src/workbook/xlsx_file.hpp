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

    /// The next sheet, of so many columns, without a head: tables stand on it one under another, their cells as above.
    void begin_page(const std::string& title, std::size_t columns);
    /// A cell that heads a column of such a table.
    void head(std::uint32_t row, std::uint16_t column, const std::string& text);
    /// A line of text over the columns, which it leaves as wide as they are.
    void line(std::uint32_t row, const std::string& text, bool is_title);
    /// The page has no more rows; its columns get widths.
    void end_page();

    /// Writes the file. Throws gis::WriteError.
    void close();

private:
    void add_sheet(const std::string& title);

    struct Parts;
    std::unique_ptr<Parts> parts_;
    std::string path_;
};

} // namespace fieldgap
