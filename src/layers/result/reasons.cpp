#include "layers/result/reasons.hpp"

#include "domain/city/stage_word.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

/// Lists of a City are sorted by id.
template <class Thing>
const std::string* name_in(const std::vector<Thing>& things, const std::string& id)
{
    const auto at =
        std::lower_bound(things.begin(), things.end(), id, [](const Thing& one, const std::string& key) { return one.id < key; });
    return at != things.end() && at->id == id && !at->name.empty() ? &at->name : nullptr;
}

template <class Thing>
std::string named(const std::vector<Thing>& things, const std::string& id)
{
    const std::string* name = name_in(things, id);
    return name != nullptr ? translate(Text::reason_named, {*name, id}) : id;
}

/// One reason as a clause.
class Clause
{
public:
    Clause(const Reason& reason, const City& city) : reason_(reason), city_(city) {}

    std::string text() const
    {
        switch (reason_.code) {
        case ReasonCode::seats_short: return seats_short();
        case ReasonCode::no_school_in_walk: return no_school_in_walk();
        case ReasonCode::gap_grows: return translate(Text::reason_gap_grows, {school(), amount()});
        case ReasonCode::planned_school:
            return translate(Text::reason_planned_school, {pupils(), stage(), school(), static_cast<long>(reason_.year.value_or(0))});
        case ReasonCode::rent_more: return translate(Text::reason_rent_more, {school(), amount(), named(city_.venues, reason_.other_id)});
        case ReasonCode::share_more:
            return translate(Text::reason_share_more, {school(), amount(), named(city_.schools, reason_.other_id)});
        case ReasonCode::basement_more: return translate(Text::reason_basement_more, {school(), amount()});
        case ReasonCode::expand_more: return translate(Text::reason_expand_more, {school(), amount()});
        case ReasonCode::pupils_unknown: return translate(Text::reason_pupils_unknown, {stage()});
        case ReasonCode::no_pupils: return translate(Text::reason_no_pupils);
        case ReasonCode::first_year_unknown: return translate(Text::reason_first_year_unknown);
        case ReasonCode::seats_unknown: return translate(Text::reason_seats_unknown, {stage(), school()});
        case ReasonCode::ground_unknown: return translate(Text::reason_ground_unknown, {school()});
        case ReasonCode::estate_ahead_unknown:
            return translate(Text::reason_estate_ahead_unknown, {stage(), named(city_.estates, reason_.other_id)});
        case ReasonCode::no_entry: return translate(Text::reason_no_entry);
        case ReasonCode::no_network: return translate(Text::reason_no_network);
        }
        return {};
    }

private:
    std::string seats_short() const
    {
        return reason_.school_id.empty() ? translate(Text::reason_seats_short, {pupils(), stage()})
                                         : translate(Text::reason_seats_short_at, {pupils(), stage(), school()});
    }

    std::string no_school_in_walk() const
    {
        return reason_.amount ? translate(Text::reason_no_school_in_walk, {stage(), school(), amount()})
                              : translate(Text::reason_no_school_at_all, {stage()});
    }

    std::string school() const { return named(city_.schools, reason_.school_id); }
    std::string stage() const { return stage_word(reason_.stage.value_or(Stage::primary)); }
    double amount() const { return reason_.amount.value_or(0.0); }
    double pupils() const { return std::round(amount() * 10.0) / 10.0; }

    const Reason& reason_;
    const City& city_;
};

} // namespace

std::string verdict_word(Verdict verdict)
{
    constexpr std::array<Text, 4> words = {Text::verdict_pass, Text::verdict_conditional, Text::verdict_fail, Text::verdict_unknown};
    return translate(words[static_cast<std::size_t>(verdict)]);
}

std::string binding_words(const Binding& binding, const City& city)
{
    constexpr std::array<Text, 3> words = {Text::binding_seats, Text::binding_standard, Text::binding_walk};
    const std::string kind = translate(words[static_cast<std::size_t>(binding.kind)]);
    if (binding.school_id.empty()) {
        return translate(Text::binding_of_stage, {stage_word(binding.stage), kind});
    }
    const std::string* name = name_in(city.schools, binding.school_id);
    return translate(Text::binding_at, {name != nullptr ? *name : binding.school_id, stage_word(binding.stage), kind});
}

std::string reasons_text(const Reasons& reasons, const City& city)
{
    std::string text;
    for (const Reason& reason : reasons) {
        const std::string clause = Clause(reason, city).text();
        text = text.empty() ? clause : translate(Text::list_join, {text, clause});
    }
    return text;
}

} // namespace fieldgap
