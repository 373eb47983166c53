#include "layers/columns/heading.hpp"

#include "layers/text/cell_vocabulary.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

struct HeadingUnit
{
    std::string_view text;
    double m2 = 1.0;
    double yuan = 1.0;
};

/// What may stand in brackets behind a heading, or (some of them) at its end. Units that are no areas count as 1 m2, those that are no
/// money as 1 yuan.
constexpr std::array heading_units = {
    HeadingUnit{"万平方米", 10000.0},
    HeadingUnit{"万平米", 10000.0},
    HeadingUnit{"万㎡", 10000.0},
    HeadingUnit{"万m2", 10000.0},
    HeadingUnit{"公顷", 10000.0},
    HeadingUnit{"ha", 10000.0},
    HeadingUnit{"hectares", 10000.0},
    HeadingUnit{"hm2", 10000.0},
    HeadingUnit{"亩", 2000.0 / 3.0},
    HeadingUnit{"mu", 2000.0 / 3.0},
    HeadingUnit{"km2", 1e6},
    HeadingUnit{"平方公里", 1e6},
    HeadingUnit{"平方千米", 1e6},
    HeadingUnit{"平方米", 1.0},
    HeadingUnit{"平米", 1.0},
    HeadingUnit{"㎡", 1.0},
    HeadingUnit{"m2", 1.0},
    HeadingUnit{"m^2", 1.0},
    HeadingUnit{"sqm", 1.0},
    HeadingUnit{"sq.m", 1.0},
    HeadingUnit{"sq.m.", 1.0},
    HeadingUnit{"人", 1.0},
    HeadingUnit{"名", 1.0},
    HeadingUnit{"个", 1.0},
    HeadingUnit{"间", 1.0},
    HeadingUnit{"班", 1.0},
    HeadingUnit{"户", 1.0},
    HeadingUnit{"所", 1.0},
    HeadingUnit{"元", 1.0},
    HeadingUnit{"人民币元", 1.0},
    HeadingUnit{"yuan", 1.0},
    HeadingUnit{"cny", 1.0},
    HeadingUnit{"rmb", 1.0},
    HeadingUnit{"千元", 1.0, 1e3},
    HeadingUnit{"万元", 1.0, 1e4},
    HeadingUnit{"人民币万元", 1.0, 1e4},
    HeadingUnit{"万元人民币", 1.0, 1e4},
    HeadingUnit{"百万元", 1.0, 1e6},
    HeadingUnit{"亿元", 1.0, 1e8},
    HeadingUnit{"1000yuan", 1.0, 1e3},
    HeadingUnit{"10000yuan", 1.0, 1e4},
    HeadingUnit{"10,000yuan", 1.0, 1e4},
    HeadingUnit{"10kyuan", 1.0, 1e4},
    HeadingUnit{"wanyuan", 1.0, 1e4},
    HeadingUnit{"millionyuan", 1.0, 1e6},
    HeadingUnit{"单位:元", 1.0},
    HeadingUnit{"单位:万元", 1.0, 1e4},
    HeadingUnit{"元/㎡", 1.0},
    HeadingUnit{"元/m2", 1.0},
    HeadingUnit{"年", 1.0},
    HeadingUnit{"单位:人", 1.0},
    HeadingUnit{"单位:平方米", 1.0},
    HeadingUnit{"单位:㎡", 1.0},
    HeadingUnit{"平方米/生", 1.0},
    HeadingUnit{"㎡/生", 1.0},
    HeadingUnit{"m2/生", 1.0},
    HeadingUnit{"平方米/人", 1.0},
    HeadingUnit{"㎡/人", 1.0},
    HeadingUnit{"m2/pupil", 1.0},
    HeadingUnit{"英亩", 4046.8564224},
    HeadingUnit{"平方英尺", 0.09290304},
    HeadingUnit{"acres", 4046.8564224},
    HeadingUnit{"acre", 4046.8564224},
    HeadingUnit{"sqft", 0.09290304},
    HeadingUnit{"sq.ft.", 0.09290304},
    HeadingUnit{"squarefeet", 0.09290304},
    HeadingUnit{"ft2", 0.09290304},
};

/// Units that are also plain ends of words stand in brackets only.
constexpr std::array<std::string_view, 9> units_without_brackets = {"万平方米", "万平米", "万㎡", "万m2", "平方公里",
                                                                    "平方米",   "㎡",     "公顷", "万元"};

/// Letters of one form and of another that means the same here, beyond what `words::folded` knows.
struct Letters
{
    std::string_view other;
    std::string_view plain;
};

constexpr std::array same_letters = {
    Letters{"學", "学"}, Letters{"稱", "称"}, Letters{"級", "级"}, Letters{"數", "数"}, Letters{"區", "区"}, Letters{"場", "场"},
    Letters{"館", "馆"}, Letters{"積", "积"}, Letters{"編", "编"}, Letters{"號", "号"}, Letters{"碼", "码"}, Letters{"類", "类"},
    Letters{"別", "别"}, Letters{"緯", "纬"}, Letters{"經", "经"}, Letters{"東", "东"}, Letters{"設", "设"}, Letters{"層", "层"},
    Letters{"運", "运"}, Letters{"動", "动"}, Letters{"體", "体"}, Letters{"內", "内"}, Letters{"國", "国"}, Letters{"戶", "户"},
    Letters{"總", "总"}, Letters{"園", "园"}, Letters{"縣", "县"}, Letters{"鄉", "乡"}, Letters{"鎮", "镇"}, Letters{"單", "单"},
    Letters{"價", "价"}, Letters{"辦", "办"}, Letters{"標", "标"}, Letters{"識", "识"}, Letters{"門", "门"}, Letters{"質", "质"},
    Letters{"實", "实"}, Letters{"現", "现"}, Letters{"狀", "状"}, Letters{"態", "态"}, Letters{"劃", "划"}, Letters{"規", "规"},
    Letters{"開", "开"}, Letters{"築", "筑"}, Letters{"樓", "楼"}, Letters{"機", "机"}, Letters{"構", "构"}, Letters{"屬", "属"},
    Letters{"間", "间"}, Letters{"員", "员"}, Letters{"計", "计"}, Letters{"時", "时"}, Letters{"縱", "纵"}, Letters{"橫", "横"},
    Letters{"專", "专"}, Letters{"業", "业"}, Letters{"對", "对"}, Letters{"齡", "龄"}, Letters{"資", "资"}, Letters{"º", ""},
    Letters{"²", "2"},
};

std::string with_plain_letters(std::string_view text)
{
    std::string plain;
    words::for_each_character(text, [&](const words::Character& character, std::string_view letter) {
        const auto same = std::find_if(same_letters.begin(), same_letters.end(), [&](const Letters& pair) { return pair.other == letter; });
        if (letter.size() == 1 || !character.is_whole) {
            plain += letter;
        } else {
            plain += same != same_letters.end() ? std::string(same->plain) : words::utf8_of(words::folded(character.code));
        }
    });
    return plain;
}

const HeadingUnit* unit_named(std::string_view text)
{
    const auto unit =
        std::find_if(heading_units.begin(), heading_units.end(), [&](const HeadingUnit& known) { return known.text == text; });
    return unit == heading_units.end() ? nullptr : &*unit;
}

struct Heading
{
    std::string text; ///< lower case, plain characters, without the unit
    const HeadingUnit* unit = nullptr;
};

/// Takes a unit in brackets off the end, or one that ends a heading of Chinese letters.
Heading heading_of(std::string_view written)
{
    constexpr std::string_view gaps = " \t\r\n";
    Heading heading{with_plain_letters(words::lower_ascii(without_full_width(written))), nullptr};
    std::string& text = heading.text;
    text.erase(std::remove_if(text.begin(), text.end(), [&](char c) { return gaps.find(c) != std::string_view::npos; }), text.end());
    const std::size_t open = text.find_last_of("([");
    if (open != std::string::npos && open + 2 <= text.size() && (text.back() == ')' || text.back() == ']')) {
        heading.unit = unit_named(std::string_view(text).substr(open + 1, text.size() - open - 2));
        text.erase(heading.unit != nullptr ? open : text.size());
        return heading;
    }
    for (const std::string_view unit : units_without_brackets) {
        if (text.size() > unit.size() && text.ends_with(unit)) {
            heading.unit = unit_named(unit);
            text.erase(text.size() - unit.size());
            return heading;
        }
    }
    return heading;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_year(std::string_view digits)
{
    return digits.starts_with("19") || digits.starts_with("20");
}

/// `2021`, a school year (`202122` of 2021/22, `20212022` of 2021-2022), or a day or month (`20210901`, `202109`).
bool are_digits_of_year(std::string_view digits)
{
    const bool is_written_so = digits.size() == 4 || digits.size() == 6 || digits.size() == 8;
    if (!is_written_so || !is_year(digits) || digits.find_first_not_of("0123456789") != std::string_view::npos) {
        return false;
    }
    const std::string next = std::to_string(std::stoll(std::string(digits.substr(0, 4))) + 1);
    const std::string_view rest = digits.substr(4);
    const bool is_date = rest.size() >= 2 && rest.substr(0, 2) >= "01" && rest.substr(0, 2) <= "12";
    return rest.empty() || next.ends_with(rest) || is_date;
}

/// `2020年`, `2020-2021学年`, `2020/21`, `2020` before a heading.
std::string_view without_year(std::string_view key)
{
    std::size_t digits = 0;
    while (digits < key.size() && is_digit(key[digits])) {
        ++digits;
    }
    if (!are_digits_of_year(key.substr(0, digits))) {
        return {};
    }
    key.remove_prefix(digits);
    for (const std::string_view year : {"学年度", "学年", "年度", "年"}) {
        if (key.starts_with(year)) {
            key.remove_prefix(year.size());
            break;
        }
    }
    return key;
}

/// What stands before a year at the end of a heading; empty where there is none.
std::string_view before_year(std::string_view key)
{
    for (const std::string_view year : {"学年度", "学年", "年度", "年"}) {
        if (key.ends_with(year)) {
            key.remove_suffix(year.size());
            break;
        }
    }
    const std::size_t begin = key.find_last_not_of("0123456789") + 1; // npos + 1 is 0
    const bool has_year = begin > 0 && are_digits_of_year(key.substr(begin));
    return has_year ? key.substr(0, begin) : std::string_view();
}

/// Groups above a heading that add nothing to it, as heads of several rows have them: `占地面积` over `其中:运动场地面积`.
constexpr std::array<std::string_view, 14> groups = {"学校基本情况", "基本情况",     "基本信息", "学校基本信息", "学校情况",
                                                     "办学条件",     "学校占地面积", "占地面积", "校舍建筑面积", "建筑面积",
                                                     "体育设施",     "学校",         "其中",     "数据"};

/// The heading without such groups; empty where it has none.
std::string without_groups(std::string_view key)
{
    std::string_view rest = key;
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view group : groups) {
            if (rest.starts_with(group) && rest.size() > group.size()) {
                rest.remove_prefix(group.size());
                again = true;
            }
        }
    }
    return rest.size() == key.size() ? std::string() : std::string(rest);
}

} // namespace

std::string heading_key(std::string_view written)
{
    constexpr std::string_view signs = "_-.:()[]'\"/*#";
    std::string key = heading_of(written).text;
    key.erase(std::remove_if(key.begin(), key.end(), [&](char c) { return signs.find(c) != std::string_view::npos; }), key.end());
    return key;
}

std::vector<std::string> heading_parts(std::string_view written)
{
    const std::string key = heading_key(written);
    std::vector<std::string> parts;
    if (const std::string_view rest = without_year(key); !rest.empty()) {
        parts.emplace_back(rest);
    }
    if (const std::string rest = without_groups(key);
        !rest.empty() && std::none_of(rest.begin(), rest.end(), [](char c) { return words::is_ascii(c); })) {
        parts.push_back(rest);
    }
    const auto turn = std::adjacent_find(key.begin(), key.end(), [](char a, char b) { return words::is_ascii(a) != words::is_ascii(b); });
    if (turn == key.end()) {
        return parts;
    }
    const std::string first(key.begin(), turn + 1);
    const std::string second(turn + 1, key.end());
    const auto all_alike = [](const std::string& text) {
        return std::all_of(text.begin(), text.end(), [&](char c) { return words::is_ascii(c) == words::is_ascii(text.front()); });
    };
    if (all_alike(second) && !std::any_of(key.begin(), key.end(), is_digit)) {
        parts.push_back(first);
        parts.push_back(second);
    }
    return parts;
}

std::optional<YearHeading> year_heading(std::string_view written)
{
    const std::string key = heading_key(written);
    if (const std::string_view rest = without_year(key); !rest.empty()) {
        return YearHeading{std::stoll(key.substr(0, 4)), std::string(rest)};
    }
    if (const std::string_view rest = before_year(key); !rest.empty()) {
        return YearHeading{std::stoll(key.substr(rest.size(), 4)), std::string(rest)};
    }
    return std::nullopt;
}

std::optional<HeadingWithUnit> heading_with_unit(std::string_view written)
{
    const HeadingUnit* unit = heading_of(written).unit;
    std::size_t open = std::string_view::npos;
    for (const std::string_view bracket : {"(", "[", "（", "［"}) {
        const std::size_t at = written.rfind(bracket);
        open = at != std::string_view::npos && (open == std::string_view::npos || at > open) ? at : open;
    }
    if (unit == nullptr || open == std::string_view::npos) {
        return std::nullopt;
    }
    return HeadingWithUnit{std::string(words::trimmed(written.substr(0, open))), unit->m2, unit->yuan};
}

double m2_per_unit_of_heading(std::string_view heading)
{
    const HeadingUnit* unit = heading_of(heading).unit;
    return unit == nullptr ? 1.0 : unit->m2;
}

double yuan_per_unit_of_heading(std::string_view heading)
{
    const HeadingUnit* unit = heading_of(heading).unit;
    return unit == nullptr ? 1.0 : unit->yuan;
}

} // namespace fieldgap
