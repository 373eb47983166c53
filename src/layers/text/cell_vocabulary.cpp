#include "layers/text/cell_vocabulary.hpp"

#include "layers/text/school_type.hpp"
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

/// 城乡分类: towns (镇) count as urban.
constexpr std::array rural_words = {
    Words<bool>{false, "城区 城市 城镇 县城 主城区 城乡结合区 镇区 镇 县镇 镇中心区 镇乡结合区 特殊区域 urban city town"},
    Words<bool>{true, "乡村 农村 乡 村 乡中心区 村庄 rural village"},
};

/// Of 统计用城乡划分代码: alone, before its name (`220 村庄`), or behind the twelve digits of the place (统计用区划代码).
std::string urban_rural_code(const std::string& key)
{
    constexpr std::size_t digits_of_code = 3, digits_with_place = 15;
    const std::size_t digits = std::min(key.find_first_not_of("0123456789"), key.size());
    if (digits == digits_with_place && digits == key.size()) {
        return key.substr(digits - digits_of_code);
    }
    const bool is_number = key.substr(digits) == ".0"; // as spreadsheets write whole numbers
    const bool has_name = digits < key.size() && key[digits] != '.';
    return digits == digits_of_code && (is_number || has_name) ? key.substr(0, digits) : key;
}

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

bool is_blank_sign(std::string_view text)
{
    constexpr std::array<std::string_view, 12> signs = {
        "-", "--", "/", "\\", "—", "——", "null", "n/a", "<null>", "not applicable", "不适用", "keine angabe"};
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
    return cell.problem == CellProblem::none ? cell : rural_of_code(text);
}

Cell<bool> rural_of_code(CellText text)
{
    const std::string code = urban_rural_code(word_key(text));
    const bool is_number = code.size() > 1 && code.size() <= 3 && code.find_first_not_of("0123456789") == std::string::npos;
    if (is_number && (code.front() == '1' || code.front() == '2')) {
        return {code.front() == '2', CellProblem::none};
    }
    return word_of(code, rural_words);
}

Cell<PerStage<bool>> stages_of(CellText text)
{
    const Cell<TypeSign> type = school_type_of(text);
    if (!type.value || !type.value->has_stage()) {
        const bool is_word = type.problem != CellProblem::none || type.value;
        return {std::nullopt, is_word ? CellProblem::unknown_word : CellProblem::none};
    }
    PerStage<bool> stages = type.value->stages;
    stages[Stage::senior] = stages[Stage::senior] || type.value->or_senior;
    return {stages, CellProblem::none};
}

Cell<SchoolKind> school_kind_of(CellText text)
{
    const Cell<TypeSign> type = school_type_of(text);
    return {type.value ? std::optional(type.value->kind) : std::nullopt, type.problem};
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
