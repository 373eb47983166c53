#include "layers/text/cell_vocabulary.hpp"

#include "layers/text/school_vocabulary.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

/// Words of one meaning, parted by spaces, as `word_key` leaves them.
template <class T>
struct Words
{
    T value;
    std::string_view texts;
};

constexpr std::array booleans = {
    Words<bool>{true, "1 1.0 yes y true t 是 有 √ ✓"},
    Words<bool>{false, "0 0.0 no n false f 否 无 × 不是"},
};

/// 城乡分类: towns (12x) count as urban.
constexpr std::array rural_words = {
    Words<bool>{false, "111 112 121 122 123 城区 城市 主城区 城乡结合区 镇区 镇 县镇 镇中心区 镇乡结合区 特殊区域 urban city town"},
    Words<bool>{true, "210 220 乡村 农村 乡 村 乡中心区 村庄 rural village"},
};

constexpr PerStage<bool> only_primary = {{true, false, false}};
constexpr PerStage<bool> only_junior = {{false, true, false}};
constexpr PerStage<bool> only_senior = {{false, false, true}};
constexpr PerStage<bool> nine_years = {{true, true, false}};
constexpr PerStage<bool> secondary = {{false, true, true}};
constexpr PerStage<bool> twelve_years = {{true, true, true}};

/// Numbers are codes of 办学类型. Chinese phrases that are not here are read as the name of a school would be.
constexpr std::array stage_words = {
    Words<PerStage<bool>>{only_primary,
                          "primary elementary 1-6 211 218 basisschool middledeemedprimary 小学校 国小 國小 초등학교 ecole école"},
    Words<PerStage<bool>>{only_junior, "junior juniorhigh middle lowersecondary 7-9 中学 311 brugjaar vmbo vbo mavo pro "
                                       "middledeemedsecondary 中学校 国中 중학교 collège college"},
    Words<PerStage<bool>>{only_senior, "senior highschool seniorhigh high uppersecondary 10-12 342 16plus 高等学校 고등학교 lycée lycee"},
    Words<PerStage<bool>>{secondary, "havo vwo 中等教育学校 secondary 7-12 341"},
    Words<PerStage<bool>>{twelve_years, "allthrough all-through 1-12 twelveyear twelve-year 345"},
    Words<PerStage<bool>>{nine_years, "義務教育学校 1-9 nineyear nine-year 312"},
};

constexpr std::array school_kinds = {
    Words<SchoolKind>{SchoolKind::regular, "regular ordinary 普通 普通学校 普通中小学"},
    Words<SchoolKind>{SchoolKind::special, "special 特教 特殊学校"},
    Words<SchoolKind>{SchoolKind::vocational, "vocational"},
    Words<SchoolKind>{SchoolKind::teaching_point, "teachingpoint"},
};

constexpr std::array school_phases = {
    Words<SchoolPhase>{SchoolPhase::open, "open existing 现状 在办 已开办 已建"},
    Words<SchoolPhase>{SchoolPhase::planned, "planned 规划 在建 拟建 筹建 未开办 construction"},
};

constexpr std::array estate_phases = {
    Words<EstatePhase>{EstatePhase::existing, "existing built 现状 已建 建成"},
    Words<EstatePhase>{EstatePhase::planned, "planned 规划 在建 拟建 construction"},
};

constexpr std::array field_kinds = {
    Words<FieldKind>{FieldKind::outdoor, "outdoor pitch court track 室外 露天 操场 运动场 球场 篮球场 足球场 排球场 田径场 跑道"},
    Words<FieldKind>{FieldKind::indoor, "indoor hall gym gymnasium pool 室内 体育馆 游泳馆 风雨操场"},
    Words<FieldKind>{FieldKind::special, "special basement roof 特殊 地下 地下室 屋顶"},
};

constexpr std::array owner_kinds = {
    Words<OwnerKind>{OwnerKind::school, "school 学校 校园"},
    Words<OwnerKind>{OwnerKind::venue, "venue 场馆 体育场馆"},
    Words<OwnerKind>{OwnerKind::estate, "estate residential 小区 居住区"},
};

std::string without_gaps(std::string_view key)
{
    std::string joined(key);
    joined.erase(std::remove_if(joined.begin(), joined.end(), [](char c) { return c == ' ' || c == '_'; }), joined.end());
    return joined;
}

std::string word_key(CellText text)
{
    return without_gaps(cell_key(text));
}

bool has_word(std::string_view texts, std::string_view key)
{
    bool has = false;
    for_each_word(texts, [&](std::string_view text) { has = has || text == key; });
    return has;
}

template <class T, std::size_t count>
std::optional<T> found(const std::array<Words<T>, count>& words, std::string_view key)
{
    const auto known = std::find_if(words.begin(), words.end(), [&](const Words<T>& one) { return has_word(one.texts, key); });
    return known == words.end() ? std::nullopt : std::optional(known->value);
}

template <class T, std::size_t count>
Cell<T> word_of(CellText text, const std::array<Words<T>, count>& words)
{
    const std::string key = word_key(text);
    if (key.empty()) {
        return {};
    }
    const std::optional<T> value = found(words, key);
    return {value, value ? CellProblem::none : CellProblem::unknown_word};
}

std::optional<PerStage<bool>> stages_of_word(std::string_view key)
{
    if (const auto stages = found(stage_words, without_gaps(key))) {
        return stages;
    }
    const NameSign sign = sign_of_name(key);
    return sign.has_stage() && !sign.is_guess && !sign.is_no_school ? std::optional(sign.stages) : std::nullopt;
}

/// The next part of a list, taken off it.
std::string_view taken_part(std::string_view& list)
{
    std::size_t end = list.size();
    std::size_t next = list.size();
    for (const std::string_view sign : {";", ",", "/", "|", "+", "&", "、", "和"}) {
        const std::size_t at = list.find(sign);
        if (at < end) {
            end = at;
            next = at + sign.size();
        }
    }
    const std::string_view part = list.substr(0, end);
    list.remove_prefix(next);
    return part;
}

bool is_blank_sign(std::string_view text)
{
    constexpr std::array<std::string_view, 9> signs = {"-", "--", "/", "\\", "—", "——", "null", "n/a", "<null>"};
    return std::find(signs.begin(), signs.end(), text) != signs.end();
}

} // namespace

std::string without_full_width(std::string_view utf8)
{
    std::string plain;
    plain.reserve(utf8.size());
    words::for_each_character(utf8, [&](const words::Character& character, std::string_view bytes) {
        constexpr char32_t first = 0xFF01, last = 0xFF5E, from_ascii = 0xFEE0, ideographic_space = 0x3000, no_break_space = 0xA0;
        if (character.is_whole && character.code >= first && character.code <= last) {
            plain += static_cast<char>(character.code - from_ascii);
        } else if (character.is_whole && (character.code == ideographic_space || character.code == no_break_space)) {
            plain += ' ';
        } else {
            plain += bytes;
        }
    });
    return plain;
}

std::string cell_key(CellText text)
{
    const std::string plain = text ? words::lower_case(without_full_width(*text)) : std::string();
    const std::string_view key = words::trimmed(plain);
    return is_blank_sign(key) ? std::string() : std::string(key);
}

Cell<bool> boolean_of(CellText text)
{
    return word_of(text, booleans);
}

Cell<bool> rural_of(CellText text)
{
    const Cell<bool> cell = boolean_of(text);
    return cell.problem == CellProblem::none ? cell : word_of(text, rural_words);
}

Cell<PerStage<bool>> stages_of(CellText text)
{
    const std::string key = cell_key(text);
    Cell<PerStage<bool>> cell;
    std::string_view rest = key;
    while (!rest.empty()) {
        const std::string_view part = taken_part(rest);
        if (without_gaps(part).empty()) {
            continue;
        }
        const std::optional<PerStage<bool>> stages = stages_of_word(part);
        // Junior in France, senior or tertiary elsewhere: beside words of another language it says nothing sure.
        const bool is_doubtful = without_gaps(part) == "college" && part.size() < key.size();
        if (!stages || is_doubtful) {
            return {std::nullopt, CellProblem::unknown_word};
        }
        cell.value = cell.value.value_or(PerStage<bool>());
        for (const Stage stage : all_stages) {
            (*cell.value)[stage] = (*cell.value)[stage] || (*stages)[stage];
        }
    }
    return cell;
}

Cell<SchoolKind> school_kind_of(CellText text)
{
    const Cell<SchoolKind> cell = word_of(text, school_kinds);
    const SchoolKind by_name = cell.problem == CellProblem::none ? SchoolKind::regular : sign_of_name(word_key(text)).kind;
    return by_name == SchoolKind::regular ? cell : Cell<SchoolKind>{by_name, CellProblem::none};
}

Cell<SchoolPhase> school_phase_of(CellText text)
{
    return word_of(text, school_phases);
}

Cell<EstatePhase> estate_phase_of(CellText text)
{
    return word_of(text, estate_phases);
}

Cell<FieldKind> field_kind_of(CellText text)
{
    return word_of(text, field_kinds);
}

Cell<OwnerKind> owner_kind_of(CellText text)
{
    return word_of(text, owner_kinds);
}

} // namespace fieldgap
