#include "gis/io/table/table_form.hpp"

#include "words/ascii.hpp"

#include <algorithm>
#include <array>

namespace gis {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 20> units = {"人", "名",     "个",   "班",   "户",       "所", "元", "年", "亩", "公顷",
                                         "㎡", "平方米", "平米", "万㎡", "万平方米", "m2", "m²", "ha", "%",  "万元"};
constexpr std::array<Words, 9> blank_signs = {"-", "--", "/", "\\", "—", "——", "…", "......", "*"};
constexpr std::array<Words, 12> stems = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "栏次", "序号"};

constexpr std::array<Words, 32> totals = {
    "合计",   "总计",      "小计",        "共计",       "总合计",   "合計",         "總計",       "小計",  "総計",   "合  计", "total",
    "totals", "subtotal",  "subtotals",   "grandtotal", "sumtotal", "всего",        "Всего",      "Итого", "итого",  "итог",   "gesamt",
    "summe",  "insgesamt", "gesamtsumme", "totale",     "totaal",   "totalgénéral", "totalgeral", "razem", "ogółem", "합계"};
constexpr std::array<Words, 6> total_ends = {"合计", "总计", "小计", "合計", "總計", "小計"};

constexpr std::array<Words, 32> note_starts = {
    "注:",        "注：",     "注1",      "注 ",    "注释",   "备注:",    "备注：",   "備註",    "說明",   "说明:",   "说明：",
    "资料来源",   "数据来源", "資料來源", "来源:",  "来源：", "填表说明", "填报说明", "填表人",  "制表",   "审核",    "单位负责人",
    "统计负责人", "※",        "note:",    "notes:", "note ",  "source:",  "sources:", "quelle:", "fonte:", "примечан"};

/// In lower case, without any space or colon.
std::string without_gaps(std::string_view text)
{
    std::string plain = words::lower_ascii(text);
    for (const std::string_view gap : {" ", "\t", "\r", "\n", "　", "\xC2\xA0", ":", "："}) {
        for (std::size_t at = plain.find(gap); at != std::string::npos; at = plain.find(gap, at)) {
            plain.erase(at, gap.size());
        }
    }
    return plain;
}

std::string with_plain_digits(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_wide = i + 2 < text.size() && text.substr(i, 2) == "\xEF\xBC" && text[i + 2] >= '\x90' && text[i + 2] <= '\x99';
        plain += is_wide ? static_cast<char>('0' + (text[i + 2] - '\x90')) : text[i];
        i += is_wide ? 2 : 0;
    }
    return plain;
}

bool is_year(std::string_view text)
{
    return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
           text.find_first_not_of("0123456789") == std::string::npos;
}

bool is_in_brackets(std::string_view text)
{
    return (text.starts_with('(') && text.ends_with(')')) || (text.starts_with("（") && text.ends_with("）"));
}

std::string_view without_brackets(std::string_view text)
{
    if (!is_in_brackets(text)) {
        return text;
    }
    const std::size_t sign = text.starts_with('(') ? 1 : std::string_view("（").size();
    return text.substr(sign, text.size() - 2 * sign);
}

template <class Claim>
bool every_filled(const TableCells& cells, const Claim& claim)
{
    return std::all_of(cells.begin(), cells.end(), [&](const std::string& cell) {
        const std::string_view text = trimmed_cell(cell);
        return text.empty() || claim(text);
    });
}

/// The number that stands in an index row, or 0: `3`, `(3)`, `3=4+5`.
int index_of(std::string_view text)
{
    int number = 0;
    for (const char c : without_brackets(text)) {
        if (c < '0' || c > '9' || number > 999) {
            return c == '=' ? number : 0;
        }
        number = number * 10 + (c - '0');
    }
    return number;
}

} // namespace

std::string_view trimmed_cell(std::string_view text)
{
    constexpr std::array<Words, 7> gaps = {" ", "\t", "\r", "\n", "　", "\xC2\xA0", "\xEF\xBB\xBF"};
    for (bool again = true; again;) {
        again = false;
        for (const Words gap : gaps) {
            again = again || text.starts_with(gap) || text.ends_with(gap);
            text.remove_prefix(text.starts_with(gap) ? gap.size() : 0);
            text.remove_suffix(text.ends_with(gap) ? gap.size() : 0);
        }
    }
    return text;
}

std::size_t filled_cells(const TableCells& cells)
{
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const std::string& cell) { return !trimmed_cell(cell).empty(); }));
}

bool is_number_cell(std::string_view written)
{
    const std::string text = with_plain_digits(trimmed_cell(written));
    if (words::is_one_of(text, blank_signs)) {
        return true;
    }
    const std::size_t end = text.find_first_not_of("0123456789+-.,%:/ '()eE");
    const std::string_view rest = end == std::string::npos ? std::string_view() : std::string_view(text).substr(end);
    return text.find_first_of("0123456789") < end && (rest.empty() || words::is_one_of(rest, units));
}

bool has_numbers(const TableCells& cells)
{
    return !every_filled(cells, [](std::string_view text) { return !is_number_cell(text) || is_year(text); });
}

bool is_label_cell(std::string_view text)
{
    const std::size_t colon = std::min(text.find(':'), text.find("："));
    const std::size_t bracket = std::min(text.find('('), text.find("（"));
    return colon != std::string_view::npos && colon < bracket && !text.starts_with("其中");
}

bool is_row_of_units(const TableCells& cells)
{
    return filled_cells(cells) > 0 &&
           every_filled(cells, [](std::string_view text) { return words::is_one_of(without_brackets(text), units); });
}

bool is_index_row(const TableCells& cells)
{
    std::size_t letters = 0;
    int numbers = 0;
    for (const std::string& cell : cells) {
        const std::string_view text = trimmed_cell(cell);
        if (text.empty()) {
            continue;
        }
        if (numbers == 0 && words::is_one_of(text, stems)) {
            ++letters;
        } else if (index_of(text) == numbers + 1) {
            ++numbers;
        } else {
            return false;
        }
    }
    return letters > 0 ? letters + static_cast<std::size_t>(numbers) > 1 : numbers >= 5;
}

bool is_total_row(const TableCells& cells)
{
    constexpr std::size_t longest = 60;
    for (std::size_t c = 0; c < std::min<std::size_t>(3, cells.size()); ++c) {
        const std::string text = without_gaps(trimmed_cell(cells[c]));
        const bool ends_so = std::any_of(total_ends.begin(), total_ends.end(), [&](Words end) { return text.ends_with(end); });
        if (words::is_one_of(text, totals) || (ends_so && text.size() <= longest)) {
            return true;
        }
    }
    return false;
}

bool is_note_row(const TableCells& cells, std::size_t width)
{
    const std::size_t filled = filled_cells(cells);
    if (filled == 0 || width < 2 || 2 * filled > std::max<std::size_t>(width, 2)) {
        return false;
    }
    const auto first = std::find_if(cells.begin(), cells.end(), [](const std::string& cell) { return !trimmed_cell(cell).empty(); });
    const std::string text = words::lower_ascii(trimmed_cell(*first));
    const bool begins_so = std::any_of(note_starts.begin(), note_starts.end(), [&](Words start) { return text.starts_with(start); });
    const bool only_labels = width > 2 && every_filled(cells, is_label_cell);
    return begins_so || only_labels;
}

} // namespace gis
