#include "layers/text/school_type.hpp"

#include "layers/text/cell_vocabulary.hpp"
#include "layers/text/school_vocabulary.hpp"
#include "words/ascii.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace fieldgap {
namespace {

enum class Phrases : bool { as_names, not_known };

std::vector<std::string> parts_of(std::string_view list, std::initializer_list<std::string_view> signs)
{
    std::vector<std::string> parts;
    while (!list.empty()) {
        std::size_t end = list.size();
        std::size_t next = list.size();
        for (const std::string_view sign : signs) {
            const std::size_t at = list.find(sign);
            if (at < end) {
                end = at;
                next = at + sign.size();
            }
        }
        if (const std::string_view part = words::trimmed(list.substr(0, end)); !part.empty()) {
            parts.emplace_back(part);
        }
        list.remove_prefix(next);
    }
    return parts;
}

const TypeWords* words_with(const std::string& text)
{
    const std::string key = word_key(text);
    const auto words = type_words();
    const auto found = std::find_if(words.begin(), words.end(), [&](const TypeWords& one) { return has_word(one.texts, key); });
    return found == words.end() ? nullptr : &*found;
}

/// Whatever Amap's list has besides schools is none: its first two digits are 01 to 20, 22, 97 or 99.
bool is_code_of_amap(std::string_view key)
{
    const bool is_six_digits = key.size() == 6 && key.find_first_not_of("0123456789") == std::string_view::npos;
    const std::string_view group = key.substr(0, std::min<std::size_t>(2, key.size()));
    return is_six_digits && ((group >= "01" && group <= "20") || group == "22" || group == "97" || group == "99");
}

std::optional<TypeSign> sign_of_code(std::string_view key)
{
    for (const TypeCodes& known : type_codes()) {
        if (has_word(known.codes, key)) {
            return known.sign;
        }
    }
    return is_code_of_amap(key) ? std::optional(TypeSign{{}, false, true}) : std::nullopt;
}

std::optional<TypeSign> sign_of_phrase(std::string_view phrase)
{
    const NameSign name = sign_of_name(phrase);
    const bool says_stage = name.has_stage() && !name.is_guess;
    const bool says_something = says_stage || name.is_no_school || name.kind != SchoolKind::regular;
    return says_something ? std::optional(TypeSign{says_stage ? name.stages : PerStage<bool>(), false, name.is_no_school, name.kind})
                          : std::nullopt;
}

std::optional<TypeSign> sign_of_word(const std::string& word, Phrases phrases)
{
    if (const TypeWords* known = words_with(word)) {
        return known->sign;
    }
    if (const auto by_code = sign_of_code(word)) {
        return by_code;
    }
    return phrases == Phrases::as_names ? sign_of_phrase(word) : std::nullopt;
}

/// Both say what they say; one that is a school makes the two a school.
TypeSign joined(const TypeSign& one, const TypeSign& other)
{
    TypeSign both = one;
    for (const Stage stage : all_stages) {
        both.stages[stage] = one.stages[stage] || other.stages[stage];
    }
    both.or_senior = (one.or_senior || other.or_senior) && !both.stages[Stage::senior];
    both.kind = one.kind == SchoolKind::regular ? other.kind : one.kind;
    both.is_no_school = (one.is_no_school || other.is_no_school) && !both.has_stage() && both.kind == SchoolKind::regular;
    return both;
}

/// Of `科教文化服务;学校;小学`: the last part that is known.
std::optional<TypeSign> sign_of_path(const std::vector<std::string>& parts)
{
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if (const auto sign = sign_of_word(*part, Phrases::not_known)) {
            return sign;
        }
    }
    return std::nullopt;
}

bool begins_with_category(const std::vector<std::string>& parts)
{
    const TypeWords* first = parts.size() > 1 ? words_with(parts.front()) : nullptr;
    return first != nullptr && first->is_category;
}

std::vector<std::string> path_of(std::string_view text)
{
    return parts_of(text, {";", ":", ">", "/"});
}

std::optional<TypeSign> sign_of_list(const std::vector<std::string>& parts, Phrases phrases)
{
    std::optional<TypeSign> sign;
    for (const std::string& part : parts) {
        const std::optional<TypeSign> one = sign_of_word(part, phrases);
        // Junior in France, senior or tertiary elsewhere: beside words of another language it says nothing sure.
        const bool is_doubtful = part == "college" && parts.size() > 1;
        if (!one || is_doubtful) {
            return std::nullopt;
        }
        sign = sign ? joined(*sign, *one) : *one;
    }
    return sign;
}

Cell<TypeSign> sign_of(CellText text, Phrases phrases)
{
    std::optional<TypeSign> sign;
    for (const std::string& choice : parts_of(cell_key(text), {"|"})) {
        const std::vector<std::string> path = path_of(choice);
        if (path.empty()) {
            continue; // signs of a list and nothing else
        }
        const std::optional<TypeSign> one = begins_with_category(path)
                                                ? sign_of_path(path)
                                                : sign_of_list(parts_of(choice, {";", ",", "/", "+", "&", "、", "和"}), phrases);
        if (!one) {
            return {std::nullopt, CellProblem::unknown_word};
        }
        sign = sign ? joined(*sign, *one) : *one;
    }
    return {sign, CellProblem::none};
}

} // namespace

Cell<TypeSign> school_type_of(CellText text)
{
    // Whole first: `Grund- und Hauptschule`, `public/privé` are words, not lists.
    const TypeWords* whole = words_with(cell_key(text));
    return whole != nullptr ? Cell<TypeSign>{whole->sign, CellProblem::none} : sign_of(text, Phrases::as_names);
}

std::string stages_in_words(const PerStage<bool>& stages)
{
    std::string list;
    for (const Stage stage : all_stages) {
        if (stages[stage]) {
            list += list.empty() ? "" : ", ";
            list += name_of(stage);
        }
    }
    return list;
}

bool is_education_path(CellText text)
{
    const std::vector<std::string> path = path_of(cell_key(text));
    return begins_with_category(path) && !words_with(path.front())->sign.is_no_school;
}

bool is_type_text(CellText text)
{
    const std::string key = word_key(text);
    const bool is_bare_number = key.size() < 5 && key.find_first_not_of("0123456789-") == std::string::npos;
    return !key.empty() && !is_bare_number && (words_with(key) != nullptr || sign_of(text, Phrases::not_known).value.has_value());
}

} // namespace fieldgap
