#include "layers/text/place_name.hpp"

#include "layers/text/cell_vocabulary.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace fieldgap {
namespace {

/// Chinese ones at the end of a name, whatever stands before; Latin ones as its last words.
constexpr std::string_view endings =
    // gates
    "东门 南门 西门 北门 东南门 东北门 西南门 西北门 正门 大门 校门 侧门 前门 后门 偏门 中门 边门 小门 号门 门口 出入口 入口 出口 東門 "
    "南門 西門 北門 "
    "正門 校門 門衛 门卫 门卫室 传达室 保安室 "
    // halls, grounds, buildings
    "体育馆 體育館 体育中心 体育场 风雨操场 操场 运动场 田径场 足球场 篮球场 排球场 网球场 游泳馆 游泳池 图书馆 圖書館 图书楼 教学楼 "
    "教学大楼 实验楼 "
    "办公楼 办公大楼 行政楼 行政大楼 综合楼 综合大楼 信息楼 科技楼 科学楼 艺术楼 艺体楼 图文楼 逸夫楼 号楼 宿舍 宿舍楼 宿舍区 公寓 "
    "学生公寓 教师公寓 食堂 餐厅 饭堂 "
    "报告厅 礼堂 会堂 多功能厅 停车场 停车库 车库 医务室 卫生室 浴室 水房 超市 小卖部 家属院 家属楼 家属区 教工宿舍 校史馆 体艺馆 实训楼 "
    "创业园 "
    // offices, departments
    "办公室 教务处 政教处 德育处 总务处 财务处 招生办 招生处 招生办公室 保卫处 后勤处 党委 团委 工会 教研室 教研组 实验室 研究所 研究院 "
    "研究中心 研究室 "
    "培训部 继续教育部 成教部 "
    // colleges and other institutions
    "学院 學院 大学 大學 大专 高职 职工大学 电大 夜大 老年学校 成人学校 业余学校 业校 党校 函授站 自考中心 "
    "幼儿园 幼稚园 幼儿班 幼教中心 托儿所 托育园 托育中心 托管班 托管中心 早教中心 亲子园 亲子中心 "
    "培训中心 培训学校 培训班 培训机构 培训基地 辅导班 辅导中心 补习班 补习学校 补习中心 教育培训 进修学校 专修学校 专修学院 驾校 驾驶学校 "
    "琴行 画室 画院 "
    "少年宫 青少年宫 活动中心 青少年活动中心 "
    // Latin
    "gate entrance sportshall sportscentre university nursery kindergarten preschool playgroup eingang haupteingang turnhalle "
    "sporthalle mensa universität hochschule fachhochschule kita kindertagesstätte volkshochschule musikschule université universidad";

/// Of Latin words the last of several: a school may be called `Gate` or `Highgate`.
bool ends_with(std::string_view text, std::string_view ending)
{
    if (!text.ends_with(ending) || text.size() == ending.size()) {
        return false;
    }
    const char before = text[text.size() - ending.size() - 1];
    return !words::is_ascii(ending.front()) || before == ' ' || before == '-';
}

/// A name in brackets or by itself is a whole ending: 东湖中学(南门).
bool is_ending(std::string_view text)
{
    return !words::is_ascii(text) && (has_word(endings, text) || ends_with(text, "号门"));
}

bool has_ending(std::string_view text)
{
    bool has = false;
    for_each_word(endings, [&](std::string_view ending) { has = has || ends_with(text, ending); });
    return has;
}

/// 南门2, 2号门口, 教学楼A: numbers and letters behind an ending say which of several.
std::string_view without_number(std::string_view text)
{
    while (!text.empty() &&
           (words::is_one_of(text.substr(text.size() - 1), {" ", "-", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}))) {
        text.remove_suffix(1);
    }
    return text;
}

struct Bracketed
{
    std::string outside;
    std::vector<std::string> inside;
};

Bracketed parted(std::string_view name)
{
    Bracketed parts;
    while (!name.empty()) {
        const std::size_t open = std::min(name.find('('), name.size());
        parts.outside += name.substr(0, open);
        name.remove_prefix(open);
        if (!name.empty()) {
            const std::size_t close = std::min(name.find(')'), name.size());
            parts.inside.emplace_back(words::trimmed(name.substr(1, close - 1)));
            name.remove_prefix(std::min(close + 1, name.size()));
        }
    }
    return parts;
}

} // namespace

bool ends_as_no_school(std::string_view name)
{
    const Bracketed parts = parted(cell_key(std::string(name)));
    return has_ending(without_number(words::trimmed(parts.outside))) ||
           std::any_of(parts.inside.begin(), parts.inside.end(),
                       [](const std::string& inside) { return is_ending(without_number(inside)); });
}

bool ends_as_college(std::string_view name)
{
    const std::string text = parted(cell_key(std::string(name))).outside;
    return ends_with(words::trimmed(text), "学院") || ends_with(words::trimmed(text), "學院");
}

std::string_view endings_of_no_school()
{
    return endings;
}

} // namespace fieldgap
