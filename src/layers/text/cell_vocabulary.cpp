#include "layers/text/cell_vocabulary.hpp"

#include "layers/text/school_vocabulary.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

template <class T>
struct Word
{
    std::string_view text; ///< as `word_key` leaves it
    T value;
};

constexpr std::array booleans = {
    Word<bool>{"1", true},  Word<bool>{"1.0", true},  Word<bool>{"yes", true}, Word<bool>{"y", true},  Word<bool>{"true", true},
    Word<bool>{"t", true},  Word<bool>{"是", true},   Word<bool>{"有", true},  Word<bool>{"√", true},  Word<bool>{"✓", true},
    Word<bool>{"0", false}, Word<bool>{"0.0", false}, Word<bool>{"no", false}, Word<bool>{"n", false}, Word<bool>{"false", false},
    Word<bool>{"f", false}, Word<bool>{"否", false},  Word<bool>{"无", false}, Word<bool>{"×", false}, Word<bool>{"不是", false},
};

/// 城乡分类: towns (12x) count as urban.
constexpr std::array rural_words = {
    Word<bool>{"111", false},        Word<bool>{"112", false},        Word<bool>{"121", false},      Word<bool>{"122", false},
    Word<bool>{"123", false},        Word<bool>{"城区", false},       Word<bool>{"城市", false},     Word<bool>{"主城区", false},
    Word<bool>{"城乡结合区", false}, Word<bool>{"镇区", false},       Word<bool>{"镇", false},       Word<bool>{"县镇", false},
    Word<bool>{"镇中心区", false},   Word<bool>{"镇乡结合区", false}, Word<bool>{"特殊区域", false}, Word<bool>{"urban", false},
    Word<bool>{"city", false},       Word<bool>{"town", false},       Word<bool>{"210", true},       Word<bool>{"220", true},
    Word<bool>{"乡村", true},        Word<bool>{"农村", true},        Word<bool>{"乡", true},        Word<bool>{"村", true},
    Word<bool>{"乡中心区", true},    Word<bool>{"村庄", true},        Word<bool>{"rural", true},     Word<bool>{"village", true},
};

constexpr PerStage<bool> only_primary = {{true, false, false}};
constexpr PerStage<bool> only_junior = {{false, true, false}};
constexpr PerStage<bool> only_senior = {{false, false, true}};
constexpr PerStage<bool> nine_years = {{true, true, false}};
constexpr PerStage<bool> secondary = {{false, true, true}};
constexpr PerStage<bool> twelve_years = {{true, true, true}};

/// Numbers are codes of 办学类型. Chinese phrases that are not here are read as the name of a school would be.
constexpr std::array stage_words = {
    Word<PerStage<bool>>{"primary", only_primary},
    Word<PerStage<bool>>{"elementary", only_primary},
    Word<PerStage<bool>>{"1-6", only_primary},
    Word<PerStage<bool>>{"211", only_primary},
    Word<PerStage<bool>>{"218", only_primary},
    Word<PerStage<bool>>{"junior", only_junior},
    Word<PerStage<bool>>{"juniorhigh", only_junior},
    Word<PerStage<bool>>{"middle", only_junior},
    Word<PerStage<bool>>{"lowersecondary", only_junior},
    Word<PerStage<bool>>{"7-9", only_junior},
    Word<PerStage<bool>>{"中学", only_junior},
    Word<PerStage<bool>>{"311", only_junior},
    Word<PerStage<bool>>{"senior", only_senior},
    Word<PerStage<bool>>{"highschool", only_senior},
    Word<PerStage<bool>>{"seniorhigh", only_senior},
    Word<PerStage<bool>>{"high", only_senior},
    Word<PerStage<bool>>{"uppersecondary", only_senior},
    Word<PerStage<bool>>{"10-12", only_senior},
    Word<PerStage<bool>>{"342", only_senior},
    Word<PerStage<bool>>{"basisschool", only_primary},
    Word<PerStage<bool>>{"brugjaar", only_junior},
    Word<PerStage<bool>>{"vmbo", only_junior},
    Word<PerStage<bool>>{"vbo", only_junior},
    Word<PerStage<bool>>{"mavo", only_junior},
    Word<PerStage<bool>>{"pro", only_junior},
    Word<PerStage<bool>>{"havo", secondary},
    Word<PerStage<bool>>{"vwo", secondary},
    Word<PerStage<bool>>{"middledeemedprimary", only_primary},
    Word<PerStage<bool>>{"middledeemedsecondary", only_junior},
    Word<PerStage<bool>>{"allthrough", twelve_years},
    Word<PerStage<bool>>{"all-through", twelve_years},
    Word<PerStage<bool>>{"16plus", only_senior},
    Word<PerStage<bool>>{"小学校", only_primary},
    Word<PerStage<bool>>{"国小", only_primary},
    Word<PerStage<bool>>{"國小", only_primary},
    Word<PerStage<bool>>{"中学校", only_junior},
    Word<PerStage<bool>>{"国中", only_junior},
    Word<PerStage<bool>>{"義務教育学校", nine_years},
    Word<PerStage<bool>>{"高等学校", only_senior},
    Word<PerStage<bool>>{"中等教育学校", secondary},
    Word<PerStage<bool>>{"초등학교", only_primary},
    Word<PerStage<bool>>{"중학교", only_junior},
    Word<PerStage<bool>>{"고등학교", only_senior},
    Word<PerStage<bool>>{"ecole", only_primary},
    Word<PerStage<bool>>{"école", only_primary},
    Word<PerStage<bool>>{"collège", only_junior},
    Word<PerStage<bool>>{"college", only_junior},
    Word<PerStage<bool>>{"lycée", only_senior},
    Word<PerStage<bool>>{"lycee", only_senior},
    Word<PerStage<bool>>{"1-9", nine_years},
    Word<PerStage<bool>>{"nineyear", nine_years},
    Word<PerStage<bool>>{"nine-year", nine_years},
    Word<PerStage<bool>>{"312", nine_years},
    Word<PerStage<bool>>{"secondary", secondary},
    Word<PerStage<bool>>{"7-12", secondary},
    Word<PerStage<bool>>{"341", secondary},
    Word<PerStage<bool>>{"1-12", twelve_years},
    Word<PerStage<bool>>{"twelveyear", twelve_years},
    Word<PerStage<bool>>{"twelve-year", twelve_years},
    Word<PerStage<bool>>{"345", twelve_years},
};

constexpr std::array school_kinds = {
    Word<SchoolKind>{"regular", SchoolKind::regular},       Word<SchoolKind>{"ordinary", SchoolKind::regular},
    Word<SchoolKind>{"普通", SchoolKind::regular},          Word<SchoolKind>{"普通学校", SchoolKind::regular},
    Word<SchoolKind>{"普通中小学", SchoolKind::regular},    Word<SchoolKind>{"special", SchoolKind::special},
    Word<SchoolKind>{"特教", SchoolKind::special},          Word<SchoolKind>{"特殊学校", SchoolKind::special},
    Word<SchoolKind>{"vocational", SchoolKind::vocational}, Word<SchoolKind>{"teachingpoint", SchoolKind::teaching_point},
};

constexpr std::array school_phases = {
    Word<SchoolPhase>{"open", SchoolPhase::open},
    Word<SchoolPhase>{"existing", SchoolPhase::open},
    Word<SchoolPhase>{"现状", SchoolPhase::open},
    Word<SchoolPhase>{"在办", SchoolPhase::open},
    Word<SchoolPhase>{"已开办", SchoolPhase::open},
    Word<SchoolPhase>{"已建", SchoolPhase::open},
    Word<SchoolPhase>{"planned", SchoolPhase::planned},
    Word<SchoolPhase>{"规划", SchoolPhase::planned},
    Word<SchoolPhase>{"在建", SchoolPhase::planned},
    Word<SchoolPhase>{"拟建", SchoolPhase::planned},
    Word<SchoolPhase>{"筹建", SchoolPhase::planned},
    Word<SchoolPhase>{"未开办", SchoolPhase::planned},
    Word<SchoolPhase>{"construction", SchoolPhase::planned},
};

constexpr std::array estate_phases = {
    Word<EstatePhase>{"existing", EstatePhase::existing}, Word<EstatePhase>{"built", EstatePhase::existing},
    Word<EstatePhase>{"现状", EstatePhase::existing},     Word<EstatePhase>{"已建", EstatePhase::existing},
    Word<EstatePhase>{"建成", EstatePhase::existing},     Word<EstatePhase>{"planned", EstatePhase::planned},
    Word<EstatePhase>{"规划", EstatePhase::planned},      Word<EstatePhase>{"在建", EstatePhase::planned},
    Word<EstatePhase>{"拟建", EstatePhase::planned},      Word<EstatePhase>{"construction", EstatePhase::planned},
};

constexpr std::array field_kinds = {
    Word<FieldKind>{"outdoor", FieldKind::outdoor},  Word<FieldKind>{"pitch", FieldKind::outdoor},
    Word<FieldKind>{"court", FieldKind::outdoor},    Word<FieldKind>{"track", FieldKind::outdoor},
    Word<FieldKind>{"室外", FieldKind::outdoor},     Word<FieldKind>{"露天", FieldKind::outdoor},
    Word<FieldKind>{"操场", FieldKind::outdoor},     Word<FieldKind>{"运动场", FieldKind::outdoor},
    Word<FieldKind>{"球场", FieldKind::outdoor},     Word<FieldKind>{"篮球场", FieldKind::outdoor},
    Word<FieldKind>{"足球场", FieldKind::outdoor},   Word<FieldKind>{"排球场", FieldKind::outdoor},
    Word<FieldKind>{"田径场", FieldKind::outdoor},   Word<FieldKind>{"跑道", FieldKind::outdoor},
    Word<FieldKind>{"indoor", FieldKind::indoor},    Word<FieldKind>{"hall", FieldKind::indoor},
    Word<FieldKind>{"gym", FieldKind::indoor},       Word<FieldKind>{"gymnasium", FieldKind::indoor},
    Word<FieldKind>{"pool", FieldKind::indoor},      Word<FieldKind>{"室内", FieldKind::indoor},
    Word<FieldKind>{"体育馆", FieldKind::indoor},    Word<FieldKind>{"游泳馆", FieldKind::indoor},
    Word<FieldKind>{"风雨操场", FieldKind::indoor},  Word<FieldKind>{"special", FieldKind::special},
    Word<FieldKind>{"basement", FieldKind::special}, Word<FieldKind>{"roof", FieldKind::special},
    Word<FieldKind>{"特殊", FieldKind::special},     Word<FieldKind>{"地下", FieldKind::special},
    Word<FieldKind>{"地下室", FieldKind::special},   Word<FieldKind>{"屋顶", FieldKind::special},
};

constexpr std::array owner_kinds = {
    Word<OwnerKind>{"school", OwnerKind::school}, Word<OwnerKind>{"学校", OwnerKind::school},
    Word<OwnerKind>{"校园", OwnerKind::school},   Word<OwnerKind>{"venue", OwnerKind::venue},
    Word<OwnerKind>{"场馆", OwnerKind::venue},    Word<OwnerKind>{"体育场馆", OwnerKind::venue},
    Word<OwnerKind>{"estate", OwnerKind::estate}, Word<OwnerKind>{"residential", OwnerKind::estate},
    Word<OwnerKind>{"小区", OwnerKind::estate},   Word<OwnerKind>{"居住区", OwnerKind::estate},
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

template <class T, std::size_t count>
const Word<T>* found(const std::array<Word<T>, count>& words, std::string_view key)
{
    const auto word = std::find_if(words.begin(), words.end(), [&](const Word<T>& known) { return known.text == key; });
    return word == words.end() ? nullptr : &*word;
}

template <class T, std::size_t count>
Cell<T> word_of(CellText text, const std::array<Word<T>, count>& words)
{
    const std::string key = word_key(text);
    if (key.empty()) {
        return {};
    }
    const Word<T>* word = found(words, key);
    return word == nullptr ? Cell<T>{std::nullopt, CellProblem::unknown_word} : Cell<T>{word->value, CellProblem::none};
}

std::optional<PerStage<bool>> stages_of_word(std::string_view key)
{
    if (const auto* word = found(stage_words, without_gaps(key))) {
        return word->value;
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
