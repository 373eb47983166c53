#pragma once
// The form of the cells and rows of a table: number or text, label, total, note. Nothing here knows what the table is about.

#include "gis/io/table/table_head.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace gis {

/// Without spaces (also ideographic and no-break ones) at both ends.
std::string_view trimmed_cell(std::string_view text);

/// How many cells are not blank.
std::size_t filled_cells(const TableCells& cells);

/// A number, a date or time, a number with a short unit, or a sign for a missing one (`-`, `/`).
bool is_number_cell(std::string_view text);

/// A row in which some cell is a number that is no year: no head has that.
bool has_numbers(const TableCells& cells);

/// `填报单位：河西区`, `单位: 人`; not `占地面积（单位：平方米）` and not `其中：`.
bool is_label_cell(std::string_view text);

/// Only units, such as `(人)` or `平方米`.
bool is_row_of_units(const TableCells& cells);

/// Column numbers below a head: `甲 乙 1 2 3`, or at least five numbers from 1 up.
bool is_index_row(const TableCells& cells);

/// 合计, 小计, Total and the like in one of its first three cells.
bool is_total_row(const TableCells& cells);

/// A foot note or a line of signatures: nothing but a text that begins like one, or labels. `width` is that of usual rows.
bool is_note_row(const TableCells& cells, std::size_t width);

} // namespace gis
