#include "synth/land/land.hpp"

#include <array>
#include <string_view>

namespace fieldgap {
namespace {

constexpr std::array<std::string_view, 16> names = {"中心区", "河东区", "河西区", "南湾区", "北塘区",   "东丽湖区", "西山区", "津港区",
                                                    "临海区", "高新区", "芦台区", "静水区", "宁河湾区", "武清湖区", "蓟山区", "大沽区"};

} // namespace

DistrictGrid district_grid(std::size_t campuses)
{
    if (campuses < 12) {
        return {2, 1};
    }
    if (campuses < 100) {
        return {2, 2};
    }
    return campuses < 500 ? DistrictGrid{3, 2} : DistrictGrid{4, 4};
}

District district(int position, gis::MultiPolygon ground)
{
    const auto number = static_cast<std::size_t>(position);
    return {std::to_string(120201 + position), std::string(names[number % names.size()]), std::move(ground)};
}

} // namespace fieldgap
