#pragma once
// A sheet with several tables one under another.

#include "words/value.hpp"
#include "workbook/workbook.hpp"
#include "workbook/xlsx_file.hpp"

#include <optional>
#include <variant>

namespace fieldgap {

struct BlockNumber
{
    double value = 0.0;
    CellKind kind = CellKind::amount;
};

/// Nothing, a text, or a number.
using BlockCell = std::variant<std::monostate, std::string, BlockNumber>;

/// Nothing where the value is unknown.
BlockCell number_cell(std::optional<double> value, CellKind kind = CellKind::amount);
BlockCell whole_cell(std::optional<double> value);

class BlockSheet
{
public:
    /// The next sheet of the file, of so many columns. Both are borrowed.
    BlockSheet(XlsxFile& file, const SheetLimits& limits, words::Text title, std::size_t columns);
    BlockSheet(const BlockSheet&) = delete;
    BlockSheet& operator=(const BlockSheet&) = delete;

    /// A table: its title, and the heads of its columns. A row is left free before it.
    void begin_table(const std::string& title, const std::vector<std::string>& heads);
    void line(const std::string& text);
    void row(const std::vector<BlockCell>& cells);

    /// Whether so many rows more, and one for a last word, stand on a sheet.
    bool has_room(std::size_t rows) const { return at_ + rows + 1 < limits_.rows; }
    /// To be called last. Says how many rows did not fit.
    void end();

private:
    /// The row to write into; nothing where there is none left, which counts as a row that is missing.
    std::optional<std::uint32_t> next_row();
    std::string fitted(const std::string& text) const;

    XlsxFile& file_;
    const SheetLimits& limits_;
    std::size_t at_ = 0;
    std::size_t left_out_ = 0;
};

} // namespace fieldgap
