#include "gis/io/table/merged_cells.hpp"

#include "gis/io/table/sheet_tags.hpp"
#include "words/ascii.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>

#include <algorithm>
#include <tuple>

namespace gis {
namespace {

using Merged = std::vector<MergedRows>;

std::string unescaped(std::string_view text)
{
    char* plain = CPLUnescapeString(std::string(text).c_str(), nullptr, CPLES_XML);
    std::string result(plain);
    CPLFree(plain);
    return result;
}

/// The file of a sheet in the archive; empty where the book names none.
std::string file_of_sheet(const std::string& root, const std::string& sheet)
{
    std::string relation;
    for_each_tag(root + "/xl/workbook.xml", [&](std::string_view tag) {
        if (tag.starts_with("sheet ") && unescaped(attribute(tag, "name")) == sheet) {
            relation = attribute(tag, "r:id");
        }
    });
    std::string target;
    for_each_tag(root + "/xl/_rels/workbook.xml.rels", [&](std::string_view tag) {
        if (!relation.empty() && tag.starts_with("Relationship ") && attribute(tag, "Id") == relation) {
            target = unescaped(attribute(tag, "Target"));
        }
    });
    if (target.empty()) {
        return {};
    }
    return root + (target.front() == '/' ? target : "/xl/" + target);
}

/// `B3:B7`
std::optional<MergedRows> rows_of_range(std::string_view range)
{
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    const auto row_of = [](std::string_view address) {
        const std::size_t digits = address.find_first_of("0123456789");
        return digits == std::string_view::npos ? 0 : number_of(address.substr(digits), 0);
    };
    const std::uint64_t column = column_of(range.substr(0, colon));
    const std::uint64_t first = row_of(range.substr(0, colon));
    const std::uint64_t last = row_of(range.substr(colon + 1));
    return column > 0 && first > 0 && last > first ? std::optional(MergedRows{column - 1, first, last}) : std::nullopt;
}

Merged merged_in_xlsx(const std::string& root, const std::string& sheet)
{
    Merged merged;
    const std::string file = file_of_sheet(root, sheet);
    if (file.empty()) {
        return merged;
    }
    for_each_tag(file, [&merged](std::string_view tag) {
        const auto rows = tag.starts_with("mergeCell ") ? rows_of_range(attribute(tag, "ref")) : std::nullopt;
        if (rows) {
            merged.push_back(*rows);
        }
    });
    return merged;
}

/// Of an .ods all sheets stand in one text; rows and cells say how often they repeat.
class OdsMerged
{
public:
    explicit OdsMerged(const std::string& sheet) : sheet_(sheet) {}

    void operator()(std::string_view tag)
    {
        if (tag.starts_with("table:table ")) {
            is_it_ = unescaped(attribute(tag, "table:name")) == sheet_;
            row_ = 0;
            repeated_ = 0;
        } else if (tag.starts_with("table:table-row")) {
            row_ += repeated_ == 0 ? 1 : repeated_;
            repeated_ = number_of(attribute(tag, "table:number-rows-repeated"), 1);
            column_ = 0;
        } else if (tag.starts_with("table:table-cell") || tag.starts_with("table:covered-table-cell")) {
            add(number_of(attribute(tag, "table:number-rows-spanned"), 1));
            column_ += number_of(attribute(tag, "table:number-columns-repeated"), 1);
        }
    }

    Merged merged;

private:
    void add(std::uint64_t rows)
    {
        if (is_it_ && rows > 1) {
            merged.push_back({column_, row_, row_ + rows - 1});
        }
    }

    const std::string& sheet_;
    bool is_it_ = false;
    std::uint64_t row_ = 0;
    std::uint64_t repeated_ = 0;
    std::size_t column_ = 0;
};

/// A broken file may say the same cells twice.
Merged without_overlaps(Merged merged)
{
    const auto key = [](const MergedRows& one) { return std::tuple(one.column, one.first_row, one.last_row); };
    std::sort(merged.begin(), merged.end(), [&](const MergedRows& a, const MergedRows& b) { return key(a) < key(b); });
    Merged kept;
    for (const MergedRows& one : merged) {
        if (kept.empty() || kept.back().column != one.column || kept.back().last_row < one.first_row) {
            kept.push_back(one);
        }
    }
    return kept;
}

} // namespace

std::optional<std::vector<MergedRows>> merged_rows(const std::string& path, const std::string& sheet)
{
    const std::string root = "/vsizip/{" + path + "}";
    const std::string ending = words::lower_ascii(path.substr(path.size() - std::min<std::size_t>(path.size(), 5)));
    if (ending.ends_with(".xlsx")) {
        return without_overlaps(merged_in_xlsx(root, sheet));
    }
    if (ending.ends_with(".ods")) {
        OdsMerged merged(sheet);
        for_each_tag(root + "/content.xml", [&merged](std::string_view tag) { merged(tag); });
        return without_overlaps(std::move(merged.merged));
    }
    return std::nullopt;
}

} // namespace gis
