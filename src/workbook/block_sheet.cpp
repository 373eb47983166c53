#include "workbook/block_sheet.hpp"

#include "words/words.hpp"
#include "workbook/cell_text.hpp"

#include <cmath>

namespace fieldgap {

using words::Text;
using words::translate;

BlockCell number_cell(std::optional<double> value, CellKind kind)
{
    return value && std::isfinite(*value) ? BlockCell(BlockNumber{*value, kind}) : BlockCell();
}

BlockCell whole_cell(std::optional<double> value)
{
    return number_cell(value, CellKind::whole);
}

BlockSheet::BlockSheet(XlsxFile& file, const SheetLimits& limits, Text title, std::size_t columns) : file_(file), limits_(limits)
{
    file_.begin_page(translate(title), columns);
}

std::string BlockSheet::fitted(const std::string& text) const
{
    return cell_text(text, limits_.letters, translate(Text::workbook_cut));
}

std::optional<std::uint32_t> BlockSheet::next_row()
{
    if (!has_room(1)) {
        ++left_out_;
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(at_++);
}

void BlockSheet::begin_table(const std::string& title, const std::vector<std::string>& heads)
{
    at_ += at_ == 0 ? 0 : 1;
    if (const auto row = next_row()) {
        file_.line(*row, fitted(title), true);
    }
    if (const auto row = next_row()) {
        for (std::uint16_t column = 0; column < heads.size(); ++column) {
            file_.head(*row, column, heads[column]);
        }
    }
}

void BlockSheet::line(const std::string& text)
{
    if (const auto row = next_row()) {
        file_.line(*row, fitted(text), false);
    }
}

void BlockSheet::row(const std::vector<BlockCell>& cells)
{
    const auto row = next_row();
    for (std::uint16_t column = 0; row && column < cells.size(); ++column) {
        if (const auto* text = std::get_if<std::string>(&cells[column]); text != nullptr && !text->empty()) {
            file_.text(*row, column, fitted(*text));
        } else if (const auto* number = std::get_if<BlockNumber>(&cells[column])) {
            file_.number(*row, column, number->value, number->kind);
        }
    }
}

void BlockSheet::end()
{
    if (left_out_ > 0) {
        file_.line(static_cast<std::uint32_t>(limits_.rows - 1), translate(Text::quarter_rows_left, {left_out_}), false);
    }
    file_.end_page();
}

} // namespace fieldgap
