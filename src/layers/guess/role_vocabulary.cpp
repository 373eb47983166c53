#include "layers/guess/role_vocabulary.hpp"

#include "layers/text/cell_vocabulary.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace fieldgap {
namespace {

struct NameWords
{
    std::optional<Role> role; ///< none: candidate sites
    std::string_view words;   ///< Latin ones stand alone in a name (or with a plural's ending), Chinese ones anywhere
};

constexpr std::array name_words = {
    NameWords{Role::schools,
              "school schule schulen scholen ecole escuela scuola scuole escola skola skoler koulu szkola szkoly okul sekolah "
              "xuexiao xx zxx zhongxiaoxue 学校 小学 中学 初中 高中 中小学 學校"},
    NameWords{Role::campuses, "campus schoolground xiaoyuan 校园 校区 校址 校舍用地 学校用地 "
                              "校園 教育用地"},
    NameWords{Role::fields, "field pitch court playground track sportsground sportsfield schoolfield caochang yundongchang cd "
                            "场地 操场 运动场 球场 田径场 運動場"},
    NameWords{Role::venues, "venue stadium stadia gym gymnasium hall sportscentre sportscenter leisure recreation facility facilities "
                            "changguan tiyuguan cg 场馆 体育馆 体育场 体育中心 體育館"},
    NameWords{Role::gates, "gate entrance entry entries door damen xiaomen churukou 大门 校门 出入口 门"},
    NameWords{Role::residential, "residential estate housing neighbourhood neighborhood homes landuse juzhu zhuzhai jmd jmq "
                                 "居住 住宅 小区 居民 楼盘 住區 土地利用"},
    NameWords{Role::districts, "district county counties borough ward municipality municipalities boundary boundaries admin quxian quhua "
                               "xingzhengqu qx xzq gemeenten gemeente gemeinden 区划 行政区 区县 区界 街道界 區界 分區"},
    NameWords{Role::network, "network road street streets path lines highway way walk luwang daolu lw dl 路网 道路 街道网 步行 路网络"},
    NameWords{Role::buildings, "building bldg jianzhu jzw 建筑 楼栋 建築"},
    NameWords{Role::enrolment, "enrolment enrollment pupil student xuesheng zaixiaosheng xs xss 学生 在校生 学生数 教育统计 统计表 學生"},
    NameWords{Role::indicators, "indicator indicators zhibiao 指标 优质均衡"},
    NameWords{Role::leases, "lease leases rental contract zulin 租赁 合同"},
    NameWords{std::nullopt, "site sites candidate candidates proposal 候选 拟出让 出让地块"},
};

constexpr std::array kinds = {
    KindWords{Role::schools, "school primary_school secondary_school high_school middle_school junior_school elementary_school 学校 小学 "
                             "中学 初中 高中 初级中学 高级中学 完全中学 普通小学 普通中学 九年一贯制学校 九年一贯制 十二年一贯制学校"},
    KindWords{Role::campuses, "school_ground school_grounds 中小学用地 学校用地 教育用地 a33"},
    KindWords{Role::fields, "pitch track running_track 运动场 操场 篮球场 足球场 田径场 排球场"},
    KindWords{Role::venues, "sports_centre sports_center sports_hall stadium gymnasium swimming_pool pitch track ice_rink 体育馆 体育场 "
                            "体育中心 游泳馆 健身中心 体育用地 a41"},
    KindWords{Role::venues, "recreation_ground village_green", false},
    KindWords{Role::gates, "gate lift_gate swing_gate entrance main_entrance school_gate 大门 校门 出入口 正门 侧门"},
    KindWords{Role::residential, "residential 居住用地 住宅用地 二类居住用地 一类居住用地 城镇住宅用地 居住小区 r1 r2 r21 r22 r"},
    KindWords{Role::districts, "administrative 行政区 区 县 市辖区"},
    KindWords{
        Role::network,
        "residential footway primary secondary tertiary unclassified service path pedestrian living_street steps "
        "track trunk motorway primary_link secondary_link tertiary_link cycleway track_grade1 track_grade2 track_grade3 "
        "主干路 次干路 支路 主干道 次干道 快速路 城市主干路 城市次干路 城市支路 街坊路 小区路 巷 胡同 步行街 人行道 内部道路 国道 省道 "
        "县道 乡道 村道 高速公路"},
};

bool is_letter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// Of a Latin word: not in the middle of another one, but for a plural's ending.
bool stands_alone(std::string_view name, std::size_t at, std::size_t end)
{
    if (at > 0 && is_letter(name[at - 1])) {
        return false;
    }
    const std::string_view rest = name.substr(end);
    const std::size_t ending = rest.starts_with("es") ? 2U : rest.starts_with("s") ? 1U : 0U;
    return rest.size() == ending || !is_letter(rest[ending]) || rest.empty() || !is_letter(rest[0]);
}

} // namespace

RoleWord role_word_in(std::string_view name)
{
    const std::string small = words::lower_case(name);
    RoleWord found;
    std::size_t last = 0;
    for (const NameWords& list : name_words) {
        for_each_word(list.words, [&](std::string_view word) {
            const std::size_t at = small.rfind(word);
            const bool is_latin = words::is_ascii(word.front());
            if (at == std::string::npos || (is_latin && !stands_alone(small, at, at + word.size()))) {
                return;
            }
            const std::size_t end = at + word.size();
            if (end > last || (end == last && word.size() > found.word.size())) {
                last = end;
                found = {list.role, !list.role, std::string(word)};
            }
        });
    }
    return found;
}

std::span<const KindWords> value_kinds()
{
    return kinds;
}

bool is_kind_word(std::string_view value, std::string_view word)
{
    constexpr std::size_t narrowest = 10;
    return value == word || (value.size() >= narrowest && word.starts_with(value));
}

bool is_among(std::string_view value, const KindWords& list)
{
    bool found = false;
    for_each_word(list.words, [&](std::string_view word) { found = found || is_kind_word(value, word); });
    return found;
}

} // namespace fieldgap
