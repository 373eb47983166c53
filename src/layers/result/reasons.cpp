#include "layers/result/reasons.hpp"

#include "words/words.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

/// Lists of a City are sorted by id.
template <class Thing>
std::string named(const std::vector<Thing>& things, const std::string& id)
{
    const auto at =
        std::lower_bound(things.begin(), things.end(), id, [](const Thing& one, const std::string& key) { return one.id < key; });
    const bool has_name = at != things.end() && at->id == id && !at->name.empty();
    return has_name ? translate(Text::reason_named, {at->name, id}) : id;
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
    std::string stage() const { return translate(reason_.stage == Stage::junior ? Text::reason_junior : Text::reason_primary); }
    double amount() const { return reason_.amount.value_or(0.0); }
    double pupils() const { return std::round(amount() * 10.0) / 10.0; }

    const Reason& reason_;
    const City& city_;
};

} // namespace

std::string reasons_text(const Reasons& reasons, const City& city)
{
    std::string text;
    for (const Reason& reason : reasons) {
        text += (text.empty() ? "" : "; ") + Clause(reason, city).text();
    }
    return text;
}

} // namespace fieldgap
