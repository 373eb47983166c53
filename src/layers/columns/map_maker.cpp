#include "layers/columns/map_maker.hpp"

#include "layers/columns/heading.hpp"
#include "layers/text/cell_vocabulary.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

constexpr std::array makers = {
    MakerWords{
        "Amap", gis::WebDatum::gcj02,
        "typecode adname pname cityname citycode pcode adcode gridcode businessarea bizext biztype entrlocation exitlocation navipoiid "
        "shopinfo indoormap poiweight parenttype gaodeid amapid poiid",
        "科教文化服务 体育休闲服务 商务住宅 生活服务;"},
    MakerWords{"Baidu", gis::WebDatum::bd09,
               "uid streetid detail detailinfo detailurl navilocation stdtag stdtagid uidname bduid baiduid catalogid",
               "教育培训; 教育培训 运动健身; 房地产;"},
    MakerWords{"Tencent", gis::WebDatum::gcj02, "adinfo adinfoadcode adinfoprovince adinfocity adinfodistrict qqid tencentid panoid",
               "教育学校: 教育学校 运动健身: 房产小区:"},
};

/// Headings that other tables have too say little alone.
bool is_common(std::string_view key)
{
    constexpr std::array<std::string_view, 5> common = {"adcode", "uid", "detail", "poiid", "citycode"};
    return std::find(common.begin(), common.end(), key) != common.end();
}

/// A value that begins as the maker's type texts do, in the column where most rows have one.
std::string type_in(const gis::TableSample& table, std::string_view types)
{
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        std::size_t typed = 0;
        std::string first;
        for (const auto& row : table.rows) {
            const std::string& text = row[column] ? *row[column] : first;
            bool begins = false;
            for_each_word(types, [&](std::string_view type) { begins = begins || (row[column] && text.starts_with(type)); });
            typed += begins ? 1U : 0U;
            first = begins && first.empty() ? text : first;
        }
        if (typed > 0 && 2 * typed >= table.rows.size()) {
            return first;
        }
    }
    return {};
}

struct Signs
{
    int weight = 0;
    std::string text;
};

Signs signs_of(const gis::TableSample& table, const MakerWords& maker)
{
    Signs signs;
    const auto add = [&](const std::string& sign, int weight) {
        signs.text += (signs.text.empty() ? "" : ", ") + sign;
        signs.weight += weight;
    };
    for (const std::string& column : table.columns) {
        const std::string key = heading_key(column);
        if (has_word(maker.columns, key)) {
            add(column, is_common(key) ? 1 : 2);
        }
    }
    if (const std::string type = type_in(table, maker.types); !type.empty()) {
        add(type, 4);
    }
    return signs;
}

} // namespace

std::optional<MapMaker> map_maker_of(const gis::TableSample& table)
{
    constexpr int enough = 3; // two columns of which one is telling, or type texts
    std::optional<MapMaker> best;
    int most = enough - 1;
    for (const MakerWords& maker : makers) {
        Signs signs = signs_of(table, maker);
        if (signs.weight > most) {
            most = signs.weight;
            best = MapMaker{std::string(maker.name), maker.datum, std::move(signs.text)};
        }
    }
    return best;
}

std::span<const MakerWords> maker_words()
{
    return makers;
}

} // namespace fieldgap
