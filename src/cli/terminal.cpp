#include "cli/terminal.hpp"

#include "gis/error.hpp"
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

bool continues_character(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t character_length(std::string_view text)
{
    std::size_t length = 1;
    while (length < text.size() && continues_character(text[length])) {
        ++length;
    }
    return length;
}

// CJK scripts, their punctuation and full-width forms: U+2E80..U+FFEF and beyond the first plane lead with 0xE2 0xBA or later.
std::size_t character_width(std::string_view character)
{
    const auto lead = static_cast<unsigned char>(character[0]);
    const bool is_wide = character.size() >= 3 && (lead > 0xE2U || character.substr(0, 2) >= "\xE2\xBA");
    return is_wide ? 2 : 1;
}

std::string padded(const std::string& text, std::size_t columns, bool to_the_right)
{
    const auto width = display_width(text);
    const auto gap = std::string(columns > width ? columns - width : 0, ' ');
    return to_the_right ? gap + text : text + gap;
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
    std::size_t width = 0;
    while (!text.empty()) {
        const auto length = character_length(text);
        width += character_width(text.substr(0, length));
        text.remove_prefix(length);
    }
    return width;
}

std::string shortened(std::string_view text, std::size_t columns)
{
    std::size_t end = 0;
    std::size_t width = 0;
    while (end < text.size()) {
        const auto length = character_length(text.substr(end));
        width += character_width(text.substr(end, length));
        if (width > columns) {
            break;
        }
        end += length;
    }
    return std::string(text.substr(0, end));
}

std::string summary_table(const std::vector<SummaryRow>& rows)
{
    std::size_t name_width = 0;
    std::size_t value_width = 0;
    for (const auto& row : rows) {
        name_width = std::max(name_width, display_width(row.name));
        value_width = std::max(value_width, display_width(row.value));
    }
    std::string table;
    for (const auto& row : rows) {
        table += padded(row.name, name_width + column_gap, false) + padded(row.value, value_width, true);
        table += (row.unit.empty() ? "" : " " + row.unit) + "\n";
    }
    return table;
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
    const auto written = std::fwrite(text.data(), 1, text.size(), stdout);
    if (written != text.size() || std::fflush(stdout) != 0) {
        throw gis::WriteError(words::say(words::Text::cli_stdout_not_written, {std::strerror(errno)}));
    }
}

} // namespace fieldgap::cli
