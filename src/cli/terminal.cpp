#include "cli/terminal.hpp"

#include "gis/error.hpp"
#include "words/visible.hpp"
#include "words/words.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>

namespace fieldgap::cli {
namespace {

constexpr std::size_t column_gap = 2;

/// What is escaped takes the columns of its escape.
std::size_t character_width(std::string_view bytes, const words::Character& character)
{
    return words::is_unseen(character) ? words::visible(bytes).size() : words::column_width(character.code);
}

/// The bytes of `text` that fit into so many columns, and the columns that they take.
struct Fitting
{
    std::size_t bytes = 0;
    std::size_t columns = 0;
};

Fitting fitting(std::string_view text, std::size_t columns)
{
    Fitting fit;
    while (fit.bytes < text.size()) {
        const auto character = words::first_character(text.substr(fit.bytes));
        const auto width = character_width(text.substr(fit.bytes, character.bytes), character);
        if (width > columns - fit.columns) {
            break;
        }
        fit.columns += width;
        fit.bytes += character.bytes;
    }
    return fit;
}

std::string padded(const std::string& text, std::size_t columns, bool to_the_right)
{
    const auto width = display_width(text);
    const auto gap = std::string(columns > width ? columns - width : 0, ' ');
    return to_the_right ? gap + words::visible(text) : words::visible(text) + gap;
}

std::string table_line(const std::vector<std::string>& cells, const std::vector<TableColumn>& columns,
                       const std::vector<std::size_t>& widths)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += i == 0 ? "" : std::string(column_gap, ' ');
        line += padded(cells[i], widths[i], columns[i].to_the_right);
    }
    return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

} // namespace

std::size_t display_width(std::string_view text)
{
    return fitting(text, std::string::npos).columns;
}

std::string shortened(std::string_view text, std::size_t columns)
{
    return words::visible(text.substr(0, fitting(text, columns).bytes));
}

std::string cut(std::string_view text, std::size_t columns)
{
    constexpr std::string_view more = "...";
    return display_width(text) <= columns ? std::string(text) : shortened(text, columns - more.size()) + std::string(more);
}

std::string text_table(const std::vector<TableColumn>& columns, const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::string> heads;
    std::vector<std::size_t> widths;
    for (const auto& column : columns) {
        heads.push_back(column.head);
        widths.push_back(display_width(column.head));
    }
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(row[i]));
        }
    }
    std::string table = table_line(heads, columns, widths);
    for (const auto& row : rows) {
        table += table_line(row, columns, widths);
    }
    return table;
}

std::string grouped(double number, int decimals)
{
    const auto digits = words::fill("{:." + std::to_string(decimals) + "f}", {number});
    const auto point = std::min(digits.find('.'), digits.size());
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > first && i < point && (point - i) % 3 == 0) {
            text += ' ';
        }
        text += digits[i];
    }
    return text;
}

void open_standard_streams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        // open() takes the lowest free number, which is this one.
        if (::fcntl(stream, F_GETFD) == -1 && errno == EBADF && ::open("/dev/null", O_RDWR) == -1) {
            return;
        }
    }
}

void print(std::string_view text)
{
    write_out(words::visible_lines(text));
}

void write_out(std::string_view shown)
{
    const auto written = std::fwrite(shown.data(), 1, shown.size(), stdout);
    if (written != shown.size() || std::fflush(stdout) != 0) {
        throw gis::WriteError(words::translate(words::Text::cli_stdout_not_written, {std::strerror(errno)}));
    }
}

} // namespace fieldgap::cli
