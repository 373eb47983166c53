#include "layers/text/road_vocabulary.hpp"

#include "layers/text/cell_vocabulary.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

/// Words of one meaning, parted by spaces.
struct RoadWords
{
    std::string_view osm; ///< empty: each is OpenStreetMap's own
    std::string_view words;
};

constexpr std::array road_words = {
    RoadWords{"",
              "motorway motorway_link trunk trunk_link primary primary_link secondary secondary_link tertiary tertiary_link unclassified "
              "unclassified_link residential residential_link living_street service road pedestrian track path footway steps cycleway "
              "bridleway pier corridor busway bus_guideway raceway escape elevator ladder via_ferrata platform rest_area services "
              "emergency_bay emergency_access_point construction proposed planned abandoned disused razed demolished dismantled removed "
              "historic no"},
    // Geofabrik's extracts: fclass and code
    RoadWords{"track", "track_grade1 track_grade2 track_grade3 track_grade4 track_grade5 5142 5143 5144 5145 5146 5147"},
    RoadWords{"road", "unknown 5199"},
    RoadWords{"motorway", "5111"},
    RoadWords{"trunk", "5112"},
    RoadWords{"primary", "5113"},
    RoadWords{"secondary", "5114"},
    RoadWords{"tertiary", "5115"},
    RoadWords{"unclassified", "5121"},
    RoadWords{"residential", "5122"},
    RoadWords{"living_street", "5123"},
    RoadWords{"pedestrian", "5124"},
    RoadWords{"busway", "5125"},
    RoadWords{"motorway_link", "5131"},
    RoadWords{"trunk_link", "5132"},
    RoadWords{"primary_link", "5133"},
    RoadWords{"secondary_link", "5134"},
    RoadWords{"tertiary_link", "5135"},
    RoadWords{"service", "5141"},
    RoadWords{"bridleway", "5151"},
    RoadWords{"cycleway", "5152"},
    RoadWords{"footway", "5153"},
    RoadWords{"path", "5154"},
    RoadWords{"steps", "5155"},
    // TIGER lines of the US Census: MTFCC
    RoadWords{"motorway", "s1100"},
    RoadWords{"motorway_link", "s1630"},
    RoadWords{"primary", "s1200"},
    RoadWords{"residential", "s1400"},
    RoadWords{"track", "s1500"},
    RoadWords{"service", "s1640 s1730 s1740 s1750 s1780"},
    RoadWords{"footway", "s1710"},
    RoadWords{"steps", "s1720"},
    RoadWords{"path", "s1820"},
    RoadWords{"bridleway", "s1830"},
    // Chinese: GB/T 51328 and GB 50220 (in towns), JTG B01 (by technique), the administrative classes of roads, and what people write
    RoadWords{"motorway", "高速 高速路 高速公路 城市高速 城市高速路 城市高速公路 国家高速 国家高速公路 省级高速公路 高速匝道"},
    RoadWords{"trunk",
              "快速路 城市快速路 快速干道 快速道路 快速通道 高架 高架路 高架道路 高架桥 高架快速 高架快速路 汽车专用道 汽车专用路"},
    RoadWords{"primary", "主干路 主干道 城市主干路 城市主干道 主要道路 主路 干路 干道 交通性主干路 生活性主干路 国道 一级公路 二级公路"},
    RoadWords{"secondary", "次干路 次干道 城市次干路 城市次干道 次要道路 次路 省道 三级公路"},
    RoadWords{"tertiary", "支路 城市支路 支线 支道 一般道路 普通道路 县道 县级道路 四级公路 区道 区路"},
    RoadWords{"unclassified",
              "乡道 乡镇道路 乡镇村道路 村道 村路 乡村道路 农村道路 专用公路 等外公路 其他道路 其它道路 其他 其它 街道 街 路 辅路 辅道"},
    RoadWords{"residential", "街坊路 街坊道路 小区路 小区道路 居住区道路 居住区路 组团路 宅间路 宅间小路 巷 巷道 里巷 街巷 背街小巷 小巷 "
                             "弄 弄堂 里弄 胡同 小路"},
    RoadWords{"service", "内部道路 内部路 单位内部道路 园区道路 校园道路 通道 消防通道"},
    RoadWords{"pedestrian", "步行街 步行路 商业步行街 步行区 步行道"},
    RoadWords{"footway", "人行道 人行道路 人行路 行人道路 步道 健身步道 绿道 慢行道 慢行系统 人行天桥 天桥 过街天桥 地下通道 人行地道 "
                         "人行横道 步行通道 园路 游步道"},
    RoadWords{"steps", "台阶 阶梯路 阶梯 梯道 踏步 楼梯"},
    RoadWords{"track", "机耕路 机耕道 大车路 土路 田间路 生产路"},
    // Technical grades of roads (JTG B01) as topographic maps write them, without 公路
    RoadWords{"primary", "一级 二级"},
    RoadWords{"secondary", "三级"},
    RoadWords{"tertiary", "四级"},
    RoadWords{"unclassified", "等外"},
    // GB/T 13923-2006, codes of features of topographic maps: 4201 to 4205 roads by who keeps them (..01 built, ..02 being built),
    // 43 streets of towns, 44 country roads; 41 and 4301 are railways. Ramps (4206) and approaches of bridges (4304) are on no list here.
    RoadWords{"primary", "420100 420101 430501"},
    RoadWords{"secondary", "420200 420201 430502"},
    RoadWords{"tertiary", "420300 420301 430503"},
    RoadWords{"unclassified", "420400 420401 420500 420501 430500 440200"},
    RoadWords{"construction", "420102 420202 420302 420402 420502"},
    RoadWords{"trunk", "430200 430300"},
    RoadWords{"service", "430600"},
    RoadWords{"steps", "430700"},
    RoadWords{"track", "440100 440400"},
    RoadWords{"path", "440300"},
    RoadWords{"footway", "440600"},
    RoadWords{"no", "410100 410101 410102 410103 410200 410201 410202 410203 430100 430101 430102 430103"},
};

/// Roads beside one that nobody walks on: they are what people walk there.
constexpr std::array<std::string_view, 2> side_roads = {"辅路", "辅道"};

/// Whatever else is called after these is closed to walkers.
constexpr std::string_view motorway_part = "高速";
constexpr std::string_view trunk_part = "快速";

bool is_listed(std::string_view words, std::string_view key)
{
    bool found = false;
    for_each_word(words, [&](std::string_view word) { found = found || word == key; });
    return found;
}

} // namespace

std::optional<std::string> osm_road_class(std::string_view key)
{
    for (const RoadWords& road : road_words) {
        if (is_listed(road.words, key)) {
            return std::string(road.osm.empty() ? key : road.osm);
        }
    }
    if (std::any_of(side_roads.begin(), side_roads.end(), [&](std::string_view ending) { return key.ends_with(ending); })) {
        return "unclassified";
    }
    if (key.find(motorway_part) != std::string_view::npos) {
        return "motorway";
    }
    return key.find(trunk_part) != std::string_view::npos ? std::optional<std::string>("trunk") : std::nullopt;
}

} // namespace fieldgap
