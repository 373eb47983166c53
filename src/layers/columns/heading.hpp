#pragma once
// A heading of a table as the matching of columns sees it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// What is left of a heading when case, accents, spaces, signs, full-width and traditional forms and units in brackets do not count:
/// `schoolname` for `School_Name`, `学校名称` for `學校名稱`, `schuler` for `Schüler`.
std::string heading_key(std::string_view written);

/// The keys of the parts of a heading that may say the same as the whole: both halves of a bilingual one (`School Name 學校名稱`), and what
/// follows a year (`2020年在校生数`). Empty for plain headings.
std::vector<std::string> heading_parts(std::string_view written);

/// A heading that says of which year it is, before or behind: `2026年小学在校生数`, `enrol_primary_2026`.
struct YearHeading
{
    std::int64_t year = 0;
    std::string key; ///< `heading_key` of the rest
};
std::optional<YearHeading> year_heading(std::string_view written);

/// A heading that somebody wrote with the unit of its areas, or of its money, in brackets behind it: `area (ha)`, `设备值（万元）`.
struct HeadingWithUnit
{
    std::string heading; ///< without the unit
    double m2_per_unit = 1.0;
    double yuan_per_unit = 1.0;
};
std::optional<HeadingWithUnit> heading_with_unit(std::string_view written);

/// Square metres of one unit of an area column: 1, or 10000 for 运动场地面积(万㎡) and (公顷), 2000/3 for (亩), 1e6 for (km²).
double m2_per_unit_of_heading(std::string_view heading);

/// Yuan of one unit of a column of money: 1, or 10000 for 教学仪器设备资产值（万元）.
double yuan_per_unit_of_heading(std::string_view heading);

} // namespace fieldgap
