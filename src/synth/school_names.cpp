#include "synth/school_names.hpp"

#include "synth/land/place_names.hpp"

namespace fieldgap {
namespace {

/// Steps of 77 through the 960 place names, so that neighbours have unlike names and each comes once.
std::string own_name(std::size_t number)
{
    constexpr std::size_t names = 960;
    return place_name(number / names * names + (number * 77 + 5) % names);
}

std::string name_of_type(SchoolType type, const std::string& place, std::size_t number)
{
    const std::string ordinal = "第" + chinese_number(static_cast<int>(number % 9999) + 1);
    switch (type) {
    case SchoolType::primary: return own_name(number) + "小学";
    case SchoolType::junior: return ordinal + "初级中学";
    case SchoolType::nine_year: return own_name(number) + "学校";
    case SchoolType::complete: return ordinal + "中学";
    case SchoolType::twelve_year: return own_name(number) + "实验学校";
    case SchoolType::special: return own_name(number) + "启智学校";
    case SchoolType::vocational: return own_name(number) + "职业中等专业学校";
    case SchoolType::teaching_point: return place + "教学点";
    }
    return place;
}

} // namespace

void name_school(School& school, const SchoolPlan& plan, const std::string& place, std::size_t number)
{
    const bool is_primary = school.has_stage[Stage::primary] && !school.has_stage[Stage::junior];
    const std::string serial = std::to_string(100101 + number);
    school.id = (is_primary ? "2112" : "3112") + serial;
    school.name = name_of_type(plan.type, place, number);
}

} // namespace fieldgap
