#include "layers/text/school_vocabulary.hpp"

#include "words/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace fieldgap {
namespace {

enum Says : unsigned {
    nothing = 0, ///< only keeps the shorter words within from being read
    primary = 1,
    junior = 2,
    senior = 4,
    any_stage = primary | junior | senior,
    guess = 8,     ///< reported
    fallback = 16, ///< read only where no other word names a stage
    special = 32,
    vocational = 64,
    teaching_point = 128,
    no_school = 256,
    or_senior = 512,   ///< junior, and it may be senior too; not read beside a word that names a stage surely (东湖中学高中部)
    university = 1024, ///< no school, unless a word of schools stands behind it (上海外国语大学尚阳外国语学校)
};

struct Word
{
    std::string_view text; ///< ASCII letters in lower case
    unsigned says;
};

constexpr std::array words = {
    Word{"十二年", any_stage},
    Word{"九年", primary | junior},
    Word{"完全中学", junior | senior},
    Word{"完中", junior | senior},
    Word{"中小学", primary | junior},
    Word{"小学", primary},
    Word{"附小", primary},
    Word{"初级中学", junior},
    Word{"初中", junior},
    Word{"高级中学", senior},
    Word{"高中", senior},
    Word{"初高中", junior | senior},
    Word{"附中", junior | guess | or_senior},
    Word{"中学", junior | guess | or_senior},
    Word{"学校", primary | junior | guess | fallback},
    Word{"教学点", primary | teaching_point},
    Word{"特殊教育", special},
    Word{"聋", special},
    Word{"盲", special},
    Word{"启智", special},
    Word{"培智", special},
    Word{"启聪", special},
    Word{"职业", vocational},
    Word{"职中", vocational},
    Word{"职高", vocational},
    Word{"职教", vocational},
    Word{"中专", vocational},
    Word{"中等专业", vocational},
    Word{"技校", vocational},
    Word{"技工", vocational},
    Word{"幼儿园", no_school},
    Word{"幼稚园", no_school},
    Word{"托儿所", no_school},
    Word{"早教", no_school},
    Word{"保育院", no_school},
    Word{"培训", no_school},
    Word{"进修学校", no_school},
    Word{"老年大学", no_school},
    Word{"成人教育", no_school},
    Word{"驾校", no_school},
    Word{"大学", university},
    Word{"大学城", nothing},
    Word{"大學", university},
    Word{"大学路", nothing},
    Word{"大学道", nothing},
    Word{"小學", primary},
    Word{"國中", junior},
    Word{"高級中學", senior},
    Word{"學校", primary | junior | guess | fallback},
    Word{"中學", junior | guess | or_senior},

    Word{"primary", primary},
    Word{"elementary", primary},
    Word{"junior high", junior},
    Word{"junior middle", junior},
    Word{"middle school", junior},
    Word{"senior high", senior},
    Word{"senior middle", senior},
    Word{"high school", senior | guess},
    Word{"secondary school", junior | senior},
    Word{"kindergarten", no_school},
    Word{"preschool", no_school},
    Word{"nursery school", no_school},
    Word{"driving school", no_school},
    Word{"training cent", no_school},
    Word{"vocational", vocational},
    Word{"special school", special},
    Word{"special education", special},

    Word{"grundschule", primary},
    Word{"grund- und", primary},
    Word{"primarschule", primary},
    Word{"volksschule", primary},
    Word{"hauptschule", junior},
    Word{"mittelschule", junior},
    Word{"realschule", junior},
    Word{"oberschule", junior | guess},
    Word{"sekundarschule", junior | guess},
    Word{"gesamtschule", junior | senior},
    Word{"gymnasium", junior | senior},
    Word{"berufsschule", vocational},
    Word{"berufskolleg", vocational},
    Word{"förderschule", special},
    Word{"sonderschule", special},
    Word{"förderzentrum", special},
    Word{"gehörlosen", special},
    Word{"blindenschule", special},
    Word{"weiterführende", junior | senior},
    Word{"fahrschule", no_school},

    Word{"escola primária", primary},
    Word{"1º ciclo", primary},
    Word{"1.º ciclo", primary},
    Word{"eb1", primary},
    Word{"eb 1", primary},
    Word{"escola básica", primary | junior | guess},
    Word{"escola basica", primary | junior | guess},
    Word{"básica e secund", any_stage},
    Word{"eb 2", primary | junior},
    Word{"eb2", primary | junior},
    Word{"2º e 3º ciclo", primary | junior},
    Word{"2.º e 3.º ciclo", primary | junior},
    Word{"escola secund", junior | senior | guess},
    Word{"escola profissional", vocational},
    Word{"jardim de infância", no_school},
    Word{"escola de condução", no_school},
};

const std::vector<Word>& longest_first()
{
    static const std::vector<Word> sorted = [] {
        std::vector<Word> list(words.begin(), words.end());
        std::stable_sort(list.begin(), list.end(), [](const Word& a, const Word& b) { return a.text.size() > b.text.size(); });
        return list;
    }();
    return sorted;
}

std::string_view own_part_of(std::string_view name)
{
    constexpr std::string_view attached = "附属";
    const std::size_t at = name.rfind(attached);
    const std::string_view own = at == std::string_view::npos ? name : name.substr(at + attached.size());
    return own.empty() ? name : own;
}

/// Everything that the words of a name say.
struct Reading
{
    unsigned says = 0;        ///< of the words that name a stage surely, and of those that name none
    unsigned says_weakly = 0; ///< of 中学 and the like
    unsigned fallback_says = 0;
    std::size_t last_school = 0;     ///< where the last word of schools begins
    std::size_t last_university = 0; ///< and the last of a university
    bool ends_as_no_school = false;
};

void take(const Word& word, std::size_t at, bool is_end, Reading& reading)
{
    const bool is_weak = (word.says & or_senior) != 0;
    ((word.says & fallback) != 0 ? reading.fallback_says : is_weak ? reading.says_weakly : reading.says) |= word.says;
    if ((word.says & any_stage) != 0) {
        reading.last_school = std::max(reading.last_school, at);
    }
    if ((word.says & university) != 0) {
        reading.last_university = std::max(reading.last_university, at);
    }
    reading.ends_as_no_school = reading.ends_as_no_school || ((word.says & (no_school | university)) != 0 && is_end);
}

Reading reading_of(std::string name)
{
    Reading reading;
    for (const Word& word : longest_first()) {
        for (std::size_t at = name.find(word.text); at != std::string::npos; at = name.find(word.text, at)) {
            take(word, at, at + word.text.size() == name.size(), reading);
            name.replace(at, word.text.size(), word.text.size(), '\x01');
        }
    }
    return reading;
}

bool names_no_school(const Reading& reading)
{
    const bool is_school_of_university = reading.last_school > reading.last_university;
    return (reading.says & no_school) != 0 || ((reading.says & university) != 0 && !is_school_of_university);
}

SchoolKind kind_of(unsigned says)
{
    if ((says & special) != 0) {
        return SchoolKind::special;
    }
    if ((says & vocational) != 0) {
        return SchoolKind::vocational;
    }
    return (says & teaching_point) != 0 ? SchoolKind::teaching_point : SchoolKind::regular;
}

} // namespace

NameSign sign_of_name(std::string_view name)
{
    const Reading reading = reading_of(words::lower_case(own_part_of(name)));
    const bool names_surely = (reading.says & any_stage) != 0;
    const unsigned named = names_surely ? reading.says : reading.says | reading.says_weakly;
    const bool names_a_stage = (named & any_stage) != 0;
    const bool names_a_kind = (reading.says & (special | vocational)) != 0;
    const unsigned says = names_a_stage || names_a_kind ? named : reading.fallback_says;
    NameSign sign;
    sign.stages.values = {(says & primary) != 0, (says & junior) != 0, (says & senior) != 0};
    sign.is_guess = (says & guess) != 0;
    sign.or_senior = (says & or_senior) != 0 && !sign.stages[Stage::senior];
    sign.is_no_school = names_no_school(reading) && ((!names_a_stage && !names_a_kind) || reading.ends_as_no_school);
    sign.kind = kind_of(reading.says);
    return sign;
}

} // namespace fieldgap
