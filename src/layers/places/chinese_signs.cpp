#include "layers/places/chinese_signs.hpp"

#include "layers/places/chinese_places.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr std::size_t least_rows = 3;
constexpr std::size_t digits_of_school_id = 10;
constexpr std::size_t fewest_digits = 6;
constexpr std::size_t most_digits = 19;
/// Headings of other numbers of six digits and more.
constexpr std::string_view other_numbers = "邮编 邮政编码 postcode zip 电话 联系电话 手机 传真 phone tel telephone fax qq";

struct Region
{
    std::string name;
    gis::Box box;
};

/// Of a code of four digits; for a municipality, or where only the province is known, that of the province.
std::optional<Region> region_of(std::string_view code)
{
    for (const ChinesePrefecture& one : chinese_prefectures()) {
        if (one.code == code) {
            return Region{std::string(one.name), one.box};
        }
    }
    const std::string_view below = code.substr(2);
    for (const ChineseProvince& one : chinese_provinces()) {
        const bool is_municipality = one.ending == "市" && (below == "01" || below == "02");
        if (code.starts_with(one.code) && (is_municipality || below == "90" || below == "00")) {
            return Region{std::string(one.name), one.box};
        }
    }
    return std::nullopt;
}

bool is_code(std::string_view cell)
{
    return cell.size() >= fewest_digits && cell.size() <= most_digits &&
           std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

PlaceSign sign_of(const Region& region, double weight, const std::string& why)
{
    return {"CN", region.box, weight, why};
}

double share_of(std::size_t rows, const TableTexts& texts)
{
    return static_cast<double>(rows) / static_cast<double>(texts.rows.size());
}

bool are_most(std::size_t rows, const TableTexts& texts)
{
    return rows >= least_rows && 10 * rows >= 6 * texts.rows.size();
}

/// Of a column, how many codes begin so, for as many digits.
std::map<std::string, std::size_t> beginnings(const TableTexts& texts, std::size_t column, std::size_t digits)
{
    std::map<std::string, std::size_t> rows_of;
    for (const RowTexts& row : texts.rows) {
        const std::string_view cell = row.said[column];
        if (is_code(cell) && region_of(cell.substr(0, 4))) {
            ++rows_of[std::string(cell.substr(0, digits))];
        }
    }
    return rows_of;
}

/// The prefecture of most codes, else their province.
std::optional<PlaceSign> sign_of_codes(const TableTexts& texts, std::size_t column)
{
    for (const std::size_t digits : {std::size_t{4}, std::size_t{2}}) {
        for (const auto& [code, rows] : beginnings(texts, column, digits)) {
            if (const auto region = are_most(rows, texts) ? region_of(digits == 4 ? code : code + "00") : std::nullopt) {
                const std::string why = translate(Text::place_codes, {rows, texts.rows.size(), code, region->name});
                return sign_of(*region, share_of(rows, texts), why);
            }
        }
    }
    return std::nullopt;
}

/// A province stands behind the kind of school: 21 12 .. is a primary school of Tianjin.
std::optional<PlaceSign> sign_of_school_ids(const TableTexts& texts, std::size_t column)
{
    std::map<std::string, std::size_t> rows_of;
    for (const RowTexts& row : texts.rows) {
        const std::string_view cell = row.said[column];
        if (is_code(cell) && cell.size() == digits_of_school_id) {
            ++rows_of[std::string(cell.substr(2, 2))];
        }
    }
    for (const ChineseProvince& province : chinese_provinces()) {
        const auto found = rows_of.find(std::string(province.code));
        if (found != rows_of.end() && are_most(found->second, texts)) {
            const std::string name(province.name);
            const std::string why = translate(Text::place_school_codes, {found->second, texts.rows.size(), found->first, name});
            return sign_of({name, province.box}, share_of(found->second, texts), why);
        }
    }
    return std::nullopt;
}

void add_codes(const TableTexts& texts, PlaceSigns& signs)
{
    for (std::size_t column = 0; column < texts.headings.size(); ++column) {
        if (has_word(other_numbers, texts.headings[column])) {
            continue;
        }
        const bool is_school_id = texts.headings[column].find("标识码") != std::string::npos;
        const auto region = is_school_id ? std::nullopt : sign_of_codes(texts, column);
        const auto school = sign_of_school_ids(texts, column);
        if (region) {
            signs.push_back(*region);
        }
        if (school) {
            signs.push_back(*school);
        }
    }
}

/// How many rows say a name that ends so.
std::size_t rows_that_say(const TableTexts& texts, const std::string& name)
{
    return static_cast<std::size_t>(std::count_if(texts.rows.begin(), texts.rows.end(), [&](const RowTexts& row) {
        return std::any_of(row.said.begin(), row.said.end(),
                           [&](std::string_view cell) { return cell.find(name) != std::string_view::npos; });
    }));
}

bool is_in_names(const TableTexts& texts, std::string_view name)
{
    return std::any_of(texts.names.begin(), texts.names.end(), [&](const std::string& one) { return one.find(name) != std::string::npos; });
}

void add_name(const TableTexts& texts, const Region& region, const std::string& said, std::string_view latin, PlaceSigns& signs)
{
    constexpr double weight_of_file_name = 0.5;
    const std::size_t rows = rows_that_say(texts, said);
    if (rows > 0 && 10 * rows >= texts.rows.size()) {
        const std::string why = translate(Text::place_named, {rows, texts.rows.size(), said});
        signs.push_back(sign_of(region, share_of(rows, texts), why));
    } else if (is_in_names(texts, region.name) || (!latin.empty() && is_in_names(texts, latin))) {
        signs.push_back(sign_of(region, weight_of_file_name, translate(Text::place_in_file_name, {region.name})));
    }
}

bool has_han(const TableTexts& texts)
{
    constexpr std::string_view first = "一"; // the first of the block
    constexpr std::string_view last = "龥";
    return std::any_of(texts.rows.begin(), texts.rows.end(), [&](const RowTexts& row) {
        return std::any_of(row.said.begin(), row.said.end(), [&](std::string_view cell) {
            return cell.size() >= first.size() && cell.substr(0, first.size()) >= first && cell.substr(0, last.size()) <= last;
        });
    });
}

} // namespace

PlaceSigns chinese_signs_of(const TableTexts& texts)
{
    PlaceSigns signs;
    add_codes(texts, signs);
    const bool is_chinese = has_han(texts);
    for (const ChineseProvince& one : chinese_provinces()) {
        add_name(texts, {std::string(one.name), one.box}, std::string(one.name) + std::string(one.ending), one.latin, signs);
    }
    for (const ChinesePrefecture& one : chinese_prefectures()) {
        if (is_chinese) {
            add_name(texts, {std::string(one.name), one.box}, std::string(one.name) + "市", "", signs);
        }
    }
    return signs;
}

} // namespace fieldgap
