#include "synth/land/place_names.hpp"

#include <array>
#include <string_view>

namespace fieldgap {
namespace {

constexpr std::array<std::string_view, 80> stems = {
    "新华", "建设", "和平", "解放", "胜利", "光明", "友谊", "幸福", "长江", "黄河", "昆仑", "泰山", "华山", "衡山", "天山", "南山",
    "北海", "东湖", "西湖", "南湖", "云岭", "松江", "柳河", "梅江", "兰亭", "竹园", "桃源", "杏林", "枫林", "榆关", "槐荫", "白杨",
    "青松", "翠屏", "紫金", "金钟", "银河", "玉泉", "宝山", "明珠", "曙光", "朝阳", "晨光", "红星", "东风", "前进", "奋斗", "团结",
    "民主", "民权", "民生", "振兴", "复兴", "中兴", "嘉陵", "岷江", "湘江", "赣江", "珠江", "汉水", "淮河", "洛阳", "开封", "昆明",
    "贵阳", "成都", "重庆", "武昌", "长沙", "南昌", "合肥", "杭州", "苏州", "无锡", "济南", "青岛", "大连", "沈阳", "长春", "吉林"};

constexpr std::array<std::string_view, 12> endings = {"", "东", "西", "南", "北", "里", "园", "庄", "桥", "门", "台", "苑"};
constexpr std::array<std::string_view, 10> digits = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 4> units = {"", "十", "百", "千"};

} // namespace

std::string place_name(std::size_t number)
{
    std::string name(stems[number % stems.size()]);
    name += endings[number / stems.size() % endings.size()];
    const std::size_t round = number / (stems.size() * endings.size());
    return round == 0 ? name : name + chinese_number(static_cast<int>(round + 1));
}

std::string chinese_number(int number)
{
    std::string text;
    bool skipped = false;
    int left = number;
    for (int place = 3, unit = 1000; place >= 0; --place, unit /= 10) {
        const int digit = left / unit;
        left %= unit;
        if (digit == 0) {
            skipped = !text.empty();
            continue;
        }
        text += skipped ? "零" : "";
        skipped = false;
        // Ten to nineteen are said without the one.
        const bool is_teen = text.empty() && place == 1 && digit == 1;
        text += is_teen ? std::string_view() : digits[static_cast<std::size_t>(digit)];
        text += units[static_cast<std::size_t>(place)];
    }
    return text;
}

} // namespace fieldgap
