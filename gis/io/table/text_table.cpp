#include "gis/io/table/text_table.hpp"

#include "gis/error.hpp"
#include "gis/io/base/encoding.hpp"
#include "gis/io/source/source_path.hpp"
#include "gis/io/table/decimal_comma.hpp"
#include "gis/io/table/table_form.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace gis {
namespace {

constexpr std::size_t max_rows_tried = 200;
constexpr std::size_t max_bytes_tried = 200'000;

/// UTF-16 has a zero in each ASCII letter: always on the same side.
std::string utf16_without_mark(std::string_view bytes)
{
    const std::string_view start = bytes.substr(0, max_bytes_tried);
    std::array<std::size_t, 2> zeros = {0, 0};
    for (std::size_t i = 0; i < start.size(); ++i) {
        zeros[i % 2] += start[i] == '\0' ? 1U : 0U;
    }
    constexpr std::size_t min_share = 50; // separators and line ends alone are more
    if (bytes.size() % 2 != 0 || std::max(zeros[0], zeros[1]) < 4 || std::max(zeros[0], zeros[1]) * min_share < start.size() ||
        std::min(zeros[0], zeros[1]) * 20 > std::max(zeros[0], zeros[1])) {
        return {};
    }
    const std::string encoding = zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
    return Decoder(encoding).strictly(bytes) ? encoding : std::string();
}

[[noreturn]] void fail_no_text(const VectorSource& source, std::string_view bytes)
{
    throw Error(words::translate(words::Text::source_no_text, {source.role, shown(source), bytes.find('\0') + 1}));
}

/// A quote that nothing closes in a row with too few cells: the rest of both is missing.
[[noreturn]] void fail_broken_off(const VectorSource& source, std::uint64_t row)
{
    throw Error(words::translate(words::Text::source_damaged,
                                 {source.role, shown(source), words::translate(words::Text::damage_open_quote, {row})}));
}

/// What a text file says of its own encoding, and how many bytes it takes to say so.
std::pair<std::string, std::size_t> marked_encoding(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        return {"UTF-8", 3};
    }
    if (bytes.starts_with("\xFF\xFE")) {
        return {"UTF-16LE", 2};
    }
    if (bytes.starts_with("\xFE\xFF")) {
        return {"UTF-16BE", 2};
    }
    return {utf16_without_mark(bytes), 0};
}

EncodingGuess detect_encoding(std::string_view bytes)
{
    EncodingDetector judge;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        judge.add(bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return judge.guess();
}

/// The text in UTF-8, and what it was in.
std::string decoded(std::string_view bytes, const VectorSource& source, EncodingGuess& encoding)
{
    const auto [marked, length] = marked_encoding(bytes);
    const std::string_view text = bytes.substr(length);
    if (!source.encoding.empty() && !is_known_encoding(source.encoding)) {
        throw Error(
            words::translate(words::Text::source_encoding_unknown, {source.role, words::valid_utf8(source.encoding), shown(source)}));
    }
    if (marked.starts_with("UTF-16")) {
        encoding = {marked, length == 0};
    } else if (bytes.find('\0') != std::string_view::npos) {
        fail_no_text(source, bytes);
    } else if (!source.encoding.empty()) {
        encoding = {source.encoding, false};
    } else if (!marked.empty() && Decoder(marked).strictly(text)) {
        encoding = {marked, false};
    } else {
        encoding = detect_encoding(text);
    }
    return Decoder(encoding.encoding)(text);
}

/// Takes records off a text.
class Records
{
public:
    Records(std::string_view text, char separator) : text_(text), separator_(separator) {}

    bool at_end() const { return at_ >= text_.size(); }
    /// True once a quote was met that nothing closes.
    bool has_open_quote() const { return has_open_quote_; }

    TableCells next()
    {
        TableCells cells;
        bool more = true;
        while (more) {
            cells.emplace_back();
            more = read_cell(cells.back());
        }
        return cells;
    }

private:
    /// True if another cell of the record follows.
    bool read_cell(std::string& cell)
    {
        if (at_ < text_.size() && text_[at_] == '"') {
            read_quoted(cell);
        }
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c == separator_) {
                return true;
            }
            if (c == '\n' || c == '\r') {
                at_ += c == '\r' && at_ < text_.size() && text_[at_] == '\n' ? 1U : 0U;
                return false;
            }
            cell += c;
        }
        return false;
    }

    /// A quote that nothing closes is a letter like others.
    void read_quoted(std::string& cell)
    {
        const std::size_t start = at_;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != '"') {
                cell += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                cell += text_[at_++];
            } else {
                ++at_;
                return;
            }
        }
        has_open_quote_ = true;
        cell.clear();
        at_ = start + 1;
        cell += '"';
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    bool has_open_quote_ = false;
};

/// The share of records that have the commonest width above one, and that width.
std::pair<double, std::size_t> evenness(std::string_view text, char separator)
{
    std::map<std::size_t, std::size_t> count_of;
    std::size_t all = 0;
    for (Records records(text.substr(0, max_bytes_tried), separator); !records.at_end() && all < max_rows_tried;) {
        const TableCells cells = records.next();
        if (filled_cells(cells) > 0) {
            ++all;
            ++count_of[cells.size()];
        }
    }
    std::pair<double, std::size_t> best{0.0, 1};
    for (const auto& [width, count] : count_of) {
        const double share = static_cast<double>(count) / static_cast<double>(all);
        best = width > 1 && share >= best.first ? std::pair(share, width) : best;
    }
    return best;
}

/// Excel's line that names the separator is taken off the text.
char told_separator(std::string_view& text)
{
    if (!text.starts_with("sep=") || text.size() < 6 || (text[5] != '\n' && text[5] != '\r')) {
        return '\0';
    }
    const char told = text[4];
    text.remove_prefix(text.find('\n') == std::string_view::npos ? text.size() : text.find('\n') + 1);
    return told;
}

char separator_of(std::string_view text)
{
    char best = ',';
    std::pair<double, std::size_t> best_evenness{0.0, 1};
    for (const char separator : {',', ';', '\t', '|'}) {
        const auto even = evenness(text, separator);
        if (even > best_evenness) {
            best = separator;
            best_evenness = even;
        }
    }
    return best;
}

} // namespace

TextTable read_text_table(std::string_view bytes, const VectorSource& source)
{
    TextTable table;
    const std::string whole = decoded(bytes, source, table.encoding);
    std::string_view text = whole;
    const char told = told_separator(text);
    table.separator = told != '\0' ? told : separator_of(text);
    std::uint64_t number = told != '\0' ? 1 : 0;
    for (Records records(text, table.separator); !records.at_end();) {
        table.rows.push_back({++number, records.next()});
        if (records.has_open_quote() && table.rows.back().cells.size() < evenness(text, table.separator).second) {
            fail_broken_off(source, number);
        }
    }
    use_decimal_points(table.rows);
    return table;
}

} // namespace gis
