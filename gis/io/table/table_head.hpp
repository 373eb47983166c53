#pragma once
// Where the head of a table is. Offices send sheets with a title, the unit and blank rows above the head, heads of several rows with merged
// cells, rows of column numbers below it, totals and notes among the rows. What is a head is judged by its form: texts that are no numbers,
// as wide as the rows below.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gis {

/// Blank cells are empty texts. Rows may differ in length.
using TableCells = std::vector<std::string>;

struct TableRow
{
    std::uint64_t number = 0; ///< 1-based, as a spreadsheet shows it
    TableCells cells;
};

/// What is known before looking.
struct HeaderHint
{
    std::optional<int> first_row; ///< of the head, 1-based; replaces the guess
    std::optional<int> rows;      ///< how many it has; replaces the guess
    bool (*is_known)(const std::string& heading) = nullptr;
};

/// Cells of one column that a spreadsheet shows as one: the first holds what stands in it, the others nothing.
struct MergedRows
{
    std::size_t column = 0; ///< from 0
    std::uint64_t first_row = 0;
    std::uint64_t last_row = 0; ///< after the first
};

/// How a table was read.
struct TableReading
{
    std::uint64_t head_row = 1;       ///< the first row of the head
    std::uint64_t head_rows = 1;      ///< at least 1
    std::uint64_t rows_above = 1;     ///< rows of the sheet before the one that counts as row 1: head, index rows and what stands above
    std::vector<std::string> skipped; ///< texts of titles above the head and of index rows below it
    std::vector<std::string> repeated_headings;         ///< those that stand in a later column too, as where two tables stand side by side
    std::vector<TableRow> left_out;                     ///< totals, notes and repeated heads among the rows: they are no data
    std::optional<std::vector<MergedRows>> merged = {}; ///< below the head, rows counted from there; absent where the file does not tell

    /// The head is the first row, and nothing was skipped.
    bool is_plain() const { return head_row == 1 && head_rows == 1 && skipped.empty(); }
};

struct TableWithHeader
{
    std::vector<std::string> columns; ///< distinct; those of merged cells are joined (`小学` over `班级数` gives `小学班级数`)
    std::vector<TableRow> rows;       ///< as wide as `columns`; blank rows are no rows
    TableReading reading;
};

/// Splits a table into head and rows. A complete first row is the head, whatever follows. Columns without heading are `field_N`, or left
/// out where no row has a value in them; a second column of the same heading is `NAME_2`. An empty table has no columns.
TableWithHeader with_head(std::vector<TableRow> rows, const HeaderHint& wish);

/// The texts of a row that are not blank, parted by spaces, at most about 200 bytes.
std::string text_of_row(const TableCells& cells);

} // namespace gis
