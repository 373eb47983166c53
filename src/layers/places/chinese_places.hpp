#pragma once
// Provinces and prefectures of China: the beginnings of their codes (GB/T 2260), names and boxes. Data.

#include "gis/geometry/shapes.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace fieldgap {

struct ChineseProvince
{
    std::string_view code; ///< two digits
    std::string_view name; ///< without what ends it
    std::string_view ending;
    std::string_view latin; ///< as in names of files
    gis::Box box;           ///< degrees
};
std::span<const ChineseProvince> chinese_provinces();

struct ChinesePrefecture
{
    std::string_view code; ///< four digits
    std::string_view name; ///< without 市, 地区 or 自治州
    gis::Box box;
};
/// Those of the four municipalities and the counties that are governed by a province are not listed: their province is.
const std::vector<ChinesePrefecture>& chinese_prefectures();

} // namespace fieldgap
