#include "gis/io/table/decimal_comma.hpp"

#include "gis/io/table/table_form.hpp"

#include <algorithm>

namespace gis {
namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// How a number is written: which signs stand in it, and where.
struct Writing
{
    bool is_number = false; ///< digits, and dots and commas between them
    std::size_t dots = 0;
    std::size_t commas = 0;
    bool in_threes = true;      ///< each group after the first sign, but for that after a comma at the end, has three digits
    std::size_t last_group = 0; ///< digits after the last sign
    bool ends_with_comma_group = false;
};

Writing writing_of(std::string_view text)
{
    Writing writing;
    std::size_t group = 0;
    std::size_t signs = 0;
    text.remove_prefix(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
    writing.is_number = !text.empty() && is_digit(text.front()) && is_digit(text.back());
    for (const char c : text) {
        if (is_digit(c)) {
            ++group;
        } else if (c == '.' || c == ',') {
            writing.is_number = writing.is_number && group > 0;
            writing.in_threes = writing.in_threes && (signs == 0 ? group <= 3 : group == 3) && !writing.ends_with_comma_group;
            writing.ends_with_comma_group = c == ',';
            (c == '.' ? writing.dots : writing.commas) += 1;
            ++signs;
            group = 0;
        } else {
            return {};
        }
    }
    writing.last_group = group;
    return writing;
}

/// `12,5` and `1.234,50` have a decimal comma; `1,234` may have one.
bool has_decimal_comma(const Writing& writing)
{
    if (!writing.is_number || writing.commas != 1 || !writing.ends_with_comma_group) {
        return false;
    }
    return writing.dots > 0 ? writing.in_threes : writing.last_group != 3;
}

/// `12.5`, `1,234.5`.
bool has_decimal_point(const Writing& writing)
{
    return writing.is_number && writing.dots == 1 && !writing.ends_with_comma_group && (writing.commas > 0 || writing.last_group != 3);
}

/// Numbers of a column as one with decimal commas would have them: dots part thousands.
bool can_be_with_commas(const Writing& writing)
{
    return writing.is_number && writing.commas <= 1 &&
           (writing.dots == 0 || (writing.in_threes && (writing.commas == 1 || writing.last_group == 3)));
}

std::string with_point(std::string_view text)
{
    std::string plain;
    for (const char c : text) {
        plain += c == '.' ? "" : std::string(1, c == ',' ? '.' : c);
    }
    return plain;
}

struct ColumnForm
{
    bool has_commas = false;
    bool has_bare = false; ///< numbers without any sign
};

} // namespace

void use_decimal_points(std::vector<TableRow>& rows)
{
    std::vector<ColumnForm> forms;
    std::size_t commas = 0;
    for (const TableRow& row : rows) {
        forms.resize(std::max(forms.size(), row.cells.size()));
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const Writing writing = writing_of(trimmed_cell(row.cells[c]));
            if (has_decimal_point(writing)) {
                return;
            }
            commas += has_decimal_comma(writing) ? 1U : 0U;
            forms[c].has_commas = forms[c].has_commas || has_decimal_comma(writing);
            forms[c].has_bare = forms[c].has_bare || (writing.is_number && writing.dots + writing.commas == 0);
        }
    }
    if (commas == 0) {
        return;
    }
    for (TableRow& row : rows) {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const Writing writing = writing_of(trimmed_cell(row.cells[c]));
            const bool is_written_so = writing.commas > 0 || (writing.dots > 0 && (forms[c].has_commas || forms[c].has_bare));
            if (can_be_with_commas(writing) && is_written_so) {
                row.cells[c] = with_point(trimmed_cell(row.cells[c]));
            }
        }
    }
}

} // namespace gis
