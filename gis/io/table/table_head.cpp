#include "gis/io/table/table_head.hpp"

#include "gis/io/table/table_form.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace gis {
namespace {

constexpr std::size_t max_rows_looked_at = 300;
constexpr std::size_t max_rows_above = 30; ///< a head stands within the first ones
constexpr std::size_t max_head_rows = 4;

std::string_view cell(const TableCells& cells, std::size_t column)
{
    return column < cells.size() ? trimmed_cell(cells[column]) : std::string_view();
}

std::size_t width_of(const std::vector<TableRow>& rows)
{
    std::size_t width = 0;
    for (const TableRow& row : rows) {
        width = std::max(width, row.cells.size());
    }
    return width;
}

/// Texts follow each other as in Chinese, words of Latin letters with a space.
void append(std::string& joined, std::string_view text)
{
    const bool needs_space = !joined.empty() && words::is_ascii(joined.back()) && words::is_ascii(text.front());
    joined += needs_space ? " " : "";
    joined += text;
}

std::string without_breaks(std::string_view text)
{
    std::string line(text);
    line.erase(std::remove_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }), line.end());
    return line;
}

/// Finds the head among the first rows.
class HeaderDetector
{
public:
    HeaderDetector(const std::vector<TableRow>& rows, const HeaderHint& wish) : wish_(wish)
    {
        for (std::size_t r = 0; r < std::min(rows.size(), max_rows_looked_at); ++r) {
            rows_.push_back(&rows[r].cells);
        }
        resolve_usual_width();
    }

    struct Place
    {
        std::size_t first = 0;
        std::size_t count = 1;
    };

    std::size_t usual_width() const { return usual_width_; }

    Place found() const
    {
        if (wish_.first_row) {
            return from(static_cast<std::size_t>(*wish_.first_row) - 1);
        }
        std::size_t r = next_filled(0);
        Place best = from(r);
        double best_score = score(best);
        for (; r < std::min(rows_.size(), max_rows_above); r = next_filled(r + 1)) {
            const Place place = from(r);
            if (!is_data(r) && score(place) > best_score + 1e-9) {
                best = place;
                best_score = score(place);
            }
            if (!may_stand_above(r)) {
                break;
            }
        }
        return best;
    }

    /// Texts of the levels above a column, from the top, each once. A merged cell has its text in its first one only: a blank cell takes
    /// the text to its left unless a higher level begins anew between.
    std::string joined(const Place& place, std::size_t column) const
    {
        std::string all;
        std::string_view before;
        for (std::size_t level = 0; level < place.count; ++level) {
            const std::string_view text = has_text_from(place, level, column) ? spanning_text(place, level, column) : std::string_view();
            if (!text.empty() && text != before) {
                append(all, without_breaks(text));
                before = text;
            }
        }
        return all;
    }

private:
    bool is_known(const std::string& heading) const { return !heading.empty() && wish_.is_known != nullptr && wish_.is_known(heading); }

    std::size_t known_cells(const TableCells& cells) const
    {
        return static_cast<std::size_t>(
            std::count_if(cells.begin(), cells.end(), [&](const std::string& text) { return is_known(std::string(trimmed_cell(text))); }));
    }

    /// Three of four filled rows are at most as wide.
    void resolve_usual_width()
    {
        std::vector<std::size_t> widths;
        for (const TableCells* cells : rows_) {
            if (const std::size_t filled = filled_cells(*cells); filled > 0) {
                widths.push_back(filled);
            }
        }
        std::sort(widths.begin(), widths.end());
        usual_width_ = widths.empty() ? 0 : widths[(widths.size() * 3) / 4 - (widths.size() % 4 == 0 ? 1 : 0)];
    }

    std::size_t next_filled(std::size_t r) const
    {
        while (r < rows_.size() && filled_cells(*rows_[r]) == 0) {
            ++r;
        }
        return r;
    }

    bool is_data(std::size_t r) const { return r < rows_.size() && has_numbers(*rows_[r]); }

    bool has_label(std::size_t r) const
    {
        return std::any_of(rows_[r]->begin(), rows_[r]->end(), [](const std::string& text) { return is_label_cell(trimmed_cell(text)); });
    }

    /// A title, a line of labels, or a row that says nothing known: the head may come below it.
    bool may_stand_above(std::size_t r) const
    {
        const bool is_sparse = 2 * filled_cells(*rows_[r]) <= usual_width_;
        const std::size_t below = next_filled(r + 1);
        const bool is_stranger = known_cells(*rows_[r]) == 0 && below < rows_.size() && known_cells(*rows_[below]) >= 2;
        return is_sparse || has_label(r) || is_stranger;
    }

    Place from(std::size_t first) const
    {
        Place place{std::min(first, rows_.empty() ? 0 : rows_.size() - 1), 1};
        if (wish_.rows) {
            place.count = std::min(static_cast<std::size_t>(*wish_.rows), std::max<std::size_t>(1, rows_.size() - place.first));
            return place;
        }
        while (place.count < max_head_rows && continues(place)) {
            ++place.count;
        }
        return place;
    }

    std::string_view text(const Place& place, std::size_t level, std::size_t column) const
    {
        return cell(*rows_[place.first + level], column);
    }

    bool has_text_above(const Place& place, std::size_t column) const
    {
        for (std::size_t level = 0; level < place.count; ++level) {
            if (!text(place, level, column).empty()) {
                return true;
            }
        }
        return false;
    }

    bool has_text_from(const Place& place, std::size_t level, std::size_t column) const
    {
        for (; level < place.count; ++level) {
            if (!text(place, level, column).empty()) {
                return true;
            }
        }
        return false;
    }

    bool begins_higher(const Place& place, std::size_t level, std::size_t column) const
    {
        for (std::size_t higher = 0; higher < level; ++higher) {
            if (!text(place, higher, column).empty()) {
                return true;
            }
        }
        return false;
    }

    std::string_view spanning_text(const Place& place, std::size_t level, std::size_t column) const
    {
        for (std::size_t c = column + 1; c-- > 0;) {
            if (const std::string_view found = text(place, level, c); !found.empty() || begins_higher(place, level, c)) {
                return found;
            }
        }
        return {};
    }

    /// Does the row below the head so far belong to it?
    bool continues(const Place& place) const
    {
        const std::size_t below = place.first + place.count;
        if (below >= rows_.size() || filled_cells(*rows_[below]) == 0 || is_data(below) || is_index_row(*rows_[below])) {
            return false;
        }
        const TableCells& next = *rows_[below];
        const std::size_t known = known_cells(next);
        const bool is_second_language = known >= 2 && 2 * known >= filled_cells(next) && filled_cells(*rows_[place.first]) >= 2;
        return is_second_language || is_row_of_units(next) || fills_merged_cells(place, next);
    }

    /// The row has texts under merged cells, and none under a heading that is complete.
    bool fills_merged_cells(const Place& place, const TableCells& next) const
    {
        if (filled_cells(*rows_[place.first]) < 2 || has_label(place.first)) {
            return false;
        }
        bool fills = false;
        bool has_left = false;
        for (std::size_t c = 0; c < next.size(); ++c) {
            const bool is_above = has_text_above(place, c);
            const bool spans = is_above && c + 1 < next.size() && !has_text_above(place, c + 1);
            if (!cell(next, c).empty()) {
                if (is_above ? !spans : !has_left) {
                    return false;
                }
                fills = fills || !is_above;
            }
            has_left = has_left || is_above;
        }
        return fills;
    }

    /// How good a head this is: as wide as the rows, known headings, near the top.
    double score(const Place& place) const
    {
        std::size_t named = 0;
        std::size_t known = 0;
        std::size_t width = 0;
        for (const TableCells* cells : rows_) {
            width = std::max(width, cells->size());
        }
        for (std::size_t c = 0; c < width && place.first < rows_.size(); ++c) {
            const std::string heading = joined(place, c);
            named += heading.empty() ? 0U : 1U;
            known += is_known(heading) ? 1U : 0U;
        }
        const double wanted = static_cast<double>(std::max<std::size_t>(usual_width_, 1));
        const double coverage = std::min(1.0, static_cast<double>(named) / wanted);
        const double share = named == 0 ? 0.0 : static_cast<double>(known) / static_cast<double>(named);
        return coverage + 0.5 * share - 0.01 * static_cast<double>(place.first);
    }

    const HeaderHint& wish_;
    std::vector<const TableCells*> rows_;
    std::size_t usual_width_ = 0;
};

/// The headings that more than one column has, each once.
std::vector<std::string> repeated(const std::vector<std::string>& columns)
{
    std::map<std::string, int> count;
    std::vector<std::string> again;
    for (const std::string& column : columns) {
        if (!column.empty() && ++count[column] == 2) {
            again.push_back(column);
        }
    }
    return again;
}

/// Names for all columns, each different.
std::vector<std::string> distinct(std::vector<std::string> columns)
{
    std::set<std::string> taken;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const std::string wanted = columns[c].empty() ? "field_" + std::to_string(c + 1) : columns[c];
        columns[c] = wanted;
        for (int copy = 2; !taken.insert(columns[c]).second; ++copy) {
            columns[c] = wanted + "_" + std::to_string(copy);
        }
    }
    return columns;
}

/// Sorts what stands below the head into rows and others.
void take_rows(std::vector<TableRow> rows, std::size_t first, std::size_t usual_width, const TableCells& head, TableWithHeader& table)
{
    for (std::size_t r = first; r < rows.size(); ++r) {
        TableRow& row = rows[r];
        if (filled_cells(row.cells) == 0) {
            continue;
        }
        const bool is_no_data = is_total_row(row.cells) || is_note_row(row.cells, usual_width) || row.cells == head;
        (is_no_data ? table.reading.left_out : table.rows).push_back(std::move(row));
    }
}

/// Columns that have neither heading nor value are none.
void drop_empty_columns(TableWithHeader& table)
{
    std::vector<bool> is_used(table.columns.size());
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        is_used[c] = !table.columns[c].empty();
    }
    for (TableRow& row : table.rows) {
        row.cells.resize(table.columns.size());
        for (std::size_t c = 0; c < is_used.size(); ++c) {
            is_used[c] = is_used[c] || !row.cells[c].empty();
        }
    }
    while (!is_used.empty() && !is_used.back()) {
        is_used.pop_back();
    }
    table.reading.repeated_headings = repeated(table.columns);
    table.columns = distinct(std::move(table.columns));
    table.columns.resize(is_used.size());
    for (TableRow& row : table.rows) {
        row.cells.resize(is_used.size());
    }
}

} // namespace

TableWithHeader with_head(std::vector<TableRow> rows, const HeaderHint& wish)
{
    TableWithHeader table;
    const std::size_t width = width_of(rows);
    const HeaderDetector finder(rows, wish);
    const HeaderDetector::Place place = finder.found();
    if (rows.empty() || width == 0) {
        return table;
    }
    const TableCells head = rows[place.first].cells;
    for (std::size_t c = 0; c < width; ++c) {
        table.columns.push_back(place.count == 1 ? (c < head.size() && !cell(head, c).empty() ? head[c] : "") : finder.joined(place, c));
    }
    std::size_t below = place.first + place.count;
    for (std::size_t r = 0; r < place.first; ++r) {
        if (filled_cells(rows[r].cells) > 0) {
            table.reading.skipped.push_back(text_of_row(rows[r].cells));
        }
    }
    for (; below < rows.size() && is_index_row(rows[below].cells); ++below) {
        table.reading.skipped.push_back(text_of_row(rows[below].cells));
    }
    table.reading.head_row = rows[place.first].number;
    table.reading.head_rows = place.count;
    table.reading.rows_above = rows[below - 1].number;
    take_rows(std::move(rows), below, finder.usual_width(), head, table);
    drop_empty_columns(table);
    return table;
}

std::string text_of_row(const TableCells& cells)
{
    constexpr std::size_t most = 200;
    std::string all;
    for (const std::string& one : cells) {
        const std::string_view text = trimmed_cell(one);
        all += text.empty() || all.empty() ? "" : " ";
        all += without_breaks(text);
    }
    if (all.size() > most) {
        std::string_view start = std::string_view(all).substr(0, most);
        while (!words::is_valid_utf8(start) && !start.empty()) {
            start.remove_suffix(1);
        }
        return std::string(start) + " ..";
    }
    return all;
}

} // namespace gis
