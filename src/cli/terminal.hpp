#pragma once
// What stdout receives: results and nothing else, and of these only what a reader can see (words/visible.hpp).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap::cli {

/// Head of a column, and on which side its cells stand.
struct TableColumn
{
    std::string head;
    bool to_the_right = false;
};

/// Heads and rows in columns that line up, each row on one line; the last column of a line ends where its text ends. Each row has a cell
/// for each column.
std::string text_table(const std::vector<TableColumn>& columns, const std::vector<std::vector<std::string>>& rows);

/// `1234567.5` as `1 234 567.5`, with so many decimals.
std::string grouped(double number, int decimals);

/// Columns that a terminal needs for a UTF-8 text, its unseen characters escaped.
std::size_t display_width(std::string_view text);

/// The beginning of a UTF-8 text that fits into so many columns, on one line and visible, cut between characters and never within an
/// escape.
std::string shortened(std::string_view text, std::size_t columns);

/// No wider than so many columns; `...` where something is left out.
std::string cut(std::string_view text, std::size_t columns);

/// Opens /dev/null in place of a closed stdin, stdout or stderr: an output file must never take such a number and receive what is printed.
void open_standard_streams();

/// Writes lines, or a JSON document, to stdout at once: every unseen character but the line breaks is escaped. Values that are put into
/// lines go through a table or `words::visible` before, for their own line breaks would stay. Throws gis::WriteError if it does not take it
/// (a full disk).
void print(std::string_view text);

/// Writes to stdout what has been made visible already. Throws as `print`.
void write_out(std::string_view shown);

} // namespace fieldgap::cli
