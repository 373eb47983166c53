#include "domain/checks/gap_effect.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace fieldgap {
namespace {

/// What the gap of a school is computed from.
struct Figures
{
    Enrolment enrolled;
    std::optional<double> own_m2;
};

/// Absent where the need or the ground is unknown.
std::optional<ExactArea> gap_of(const Figures& figures, const Standard& standard)
{
    const auto needed = needs_of_schools(std::span(&figures.enrolled, 1), standard).front();
    if (!needed) {
        return std::nullopt;
    }
    if (!needed->required) {
        return ExactArea();
    }
    return figures.own_m2 ? std::optional(excess(*needed->required, ExactArea::rounded(gis::SquareMetres(*figures.own_m2)))) : std::nullopt;
}

std::int64_t whole_pupils(double pupils)
{
    constexpr double most = 1e9; // no school; keeps the sum within its type
    return static_cast<std::int64_t>(std::llround(std::clamp(pupils, -most, most)));
}

/// The enrolment with pupils added to some stages, never below zero. A stage that had no number then has this one.
Enrolment with_pupils(Enrolment enrolled, const PerStage<double>& added)
{
    for (const Stage stage : all_stages) {
        if (added[stage] != 0.0) {
            enrolled.pupils[stage] = std::max<std::int64_t>(0, enrolled.pupils[stage].value_or(0) + whole_pupils(added[stage]));
            enrolled.has_stage[stage] = enrolled.has_stage[stage] || *enrolled.pupils[stage] > 0;
        }
    }
    enrolled.is_known = enrolled.total().value_or(0) > 0;
    return enrolled;
}

Figures with_other(const Figures& figures, const WhatIf& added)
{
    return {with_pupils(figures.enrolled, added.pupils), std::max(0.0, figures.own_m2.value_or(0.0) + added.own_m2)};
}

ExactArea distance(ExactArea a, ExactArea b)
{
    return a > b ? a - b : b - a;
}

void add(WhatIf& sum, const WhatIf& added)
{
    sum.own_m2 += added.own_m2;
    for (const Stage stage : all_stages) {
        sum.pupils[stage] += added.pupils[stage];
    }
}

} // namespace

GapEffects::GapEffects(const MeasuredCity& measured) : measured_(measured), ids_(measured.city.schools) {}

std::optional<SchoolIndex> GapEffects::main_of(std::string_view school_id) const
{
    const auto school = ids_.find(school_id);
    return school ? std::optional(measured_.owns.main_of[index(*school)]) : std::nullopt;
}

std::optional<double> GapEffects::of(const Finding& finding) const
{
    std::map<std::string_view, WhatIf> by_main; // what is said of a school twice adds up
    for (const WhatIf& one : finding.what_if) {
        if (one.is_drawn && uses_official(one.school_id)) {
            continue;
        }
        const auto main = main_of(one.school_id);
        add(by_main[main ? std::string_view(measured_.city.schools[index(*main)].id) : std::string_view(one.school_id)], one);
    }
    std::optional<ExactArea> effect;
    for (const auto& [id, added] : by_main) {
        if (const auto change = change_of(id, added)) {
            effect = effect.value_or(ExactArea()) + *change;
        }
    }
    return effect ? std::optional(effect->square_metres()) : std::nullopt;
}

bool GapEffects::uses_official(std::string_view school_id) const
{
    const auto main = main_of(school_id);
    return main && measured_.supplies[index(*main)].source == OwnSource::official;
}

std::optional<ExactArea> GapEffects::change_of(std::string_view school_id, const WhatIf& added) const
{
    Figures now;
    if (const auto main = main_of(school_id)) {
        const std::size_t s = index(*main);
        if (const School& school = measured_.city.schools[s]; needs_nothing(school) || school.phase == SchoolPhase::planned) {
            return ExactArea();
        }
        const auto& own = measured_.supplies[s].own;
        now = {measured_.enrolled[s], own ? std::optional(own->square_metres()) : std::nullopt};
    }
    const Standard& standard = measured_.settings.standard;
    const auto after = gap_of(with_other(now, added), standard);
    return after ? std::optional(distance(*after, gap_of(now, standard).value_or(ExactArea()))) : std::nullopt;
}

} // namespace fieldgap
