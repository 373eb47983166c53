#include "layers/columns/grade_columns.hpp"

#include "layers/columns/heading.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

/// What such headings say besides the grade.
constexpr std::array<std::string_view, 16> words_for_pupils = {"在校生人数", "在校学生数", "在校生数",  "学生人数",   "学生数",   "在校生",
                                                               "人数",       "学生",       "enrolment", "enrollment", "students", "pupils",
                                                               "enrolled",   "schuler",    "eleves",    "alumnos"};

/// Words for a grade in other languages, as `heading_key` has them; a number stands before or behind.
constexpr std::array<std::string_view, 24> words_for_grade = {
    "年级",   "grade", "year", "klasse", "jahrgangsstufe", "klassenstufe", "jahrgang",    "schuljahr", "annee",  "niveau", "curso", "grado",
    "classe", "ano",   "klas", "groep",  "leerjaar",       "класс",        "klassetrinn", "arskurs",   "luokka", "gr",     "yr",    "g"};

struct StageWord
{
    std::string_view word;
    int grades_below;
    int grades;
};
constexpr std::array<StageWord, 6> stage_words = {
    {{"小学", 0, 6}, {"初中", 6, 3}, {"高中", 9, 3}, {"小", 0, 6}, {"初", 6, 3}, {"高", 9, 3}}};

constexpr std::array<std::string_view, 12> numerals = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};

/// Takes one of the words off the beginning or the end.
template <class Words>
bool take_off(std::string_view& text, const Words& words)
{
    for (const std::string_view word : words) {
        const bool is_first = text.starts_with(word);
        if (text.size() > word.size() && (is_first || text.ends_with(word))) {
            is_first ? text.remove_prefix(word.size()) : text.remove_suffix(word.size());
            return true;
        }
    }
    return false;
}

/// `3`, `03`, `3rd`, `三`; 0 for anything else.
int number_of(std::string_view text)
{
    const auto numeral = std::find(numerals.begin(), numerals.end(), text);
    if (numeral != numerals.end()) {
        return static_cast<int>(numeral - numerals.begin()) + 1;
    }
    for (const std::string_view ending : {"st", "nd", "rd", "th", "ere", "eme", "e"}) {
        text.remove_suffix(text.size() > ending.size() && text.ends_with(ending) ? ending.size() : 0);
    }
    const bool is_number = !text.empty() && text.size() <= 2 && text.find_first_not_of("0123456789") == std::string_view::npos;
    return is_number ? std::stoi(std::string(text)) : 0;
}

/// `初二`, `初中二年级`, `高一`: counted within the stage, unless the number is beyond it.
std::optional<int> grade_within_stage(std::string_view text)
{
    for (const StageWord& stage : stage_words) {
        if (!text.starts_with(stage.word)) {
            continue;
        }
        std::string_view rest = text.substr(stage.word.size());
        rest.remove_suffix(rest.ends_with("年级") ? std::string_view("年级").size() : 0);
        const int number = number_of(rest);
        if (number > 0) {
            return number <= stage.grades ? number + stage.grades_below : number;
        }
    }
    return std::nullopt;
}

std::string stage_column_of(int grade)
{
    return grade <= 6 ? "enrol_primary" : grade <= 9 ? "enrol_junior" : "enrol_senior";
}

} // namespace

std::optional<int> grade_of_heading(std::string_view written)
{
    constexpr int last_grade = 12;
    const std::string key = heading_key(written);
    std::string_view rest = key;
    while (take_off(rest, words_for_pupils)) {
    }
    std::optional<int> grade = grade_within_stage(rest);
    if (!grade && take_off(rest, words_for_grade)) {
        grade = number_of(rest);
    }
    return grade && *grade >= 1 && *grade <= last_grade ? grade : std::nullopt;
}

GradeColumns grade_columns(const std::vector<std::string>& headings)
{
    constexpr std::size_t fewest = 3;
    std::map<int, std::size_t> column_of_grade;
    for (std::size_t h = 0; h < headings.size(); ++h) {
        if (const auto grade = grade_of_heading(headings[h])) {
            column_of_grade.emplace(*grade, h);
        }
    }
    GradeColumns columns;
    for (const auto& [grade, heading] : column_of_grade) {
        if (column_of_grade.size() >= fewest) {
            columns[stage_column_of(grade)].push_back(heading);
        }
    }
    return columns;
}

} // namespace fieldgap
