#pragma once
// The seven indicators as one table: of what, for how many pupils, how much is asked (docs/standards.md 1.1).

#include "domain/city/settings.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace fieldgap {

/// How the amount of one stage of a combined school is found (docs/rules.md rule 15).
enum class AmountOf : std::uint8_t {
    counted_persons, ///< stage by stage: a number of the whole school says nothing of its stages
    shared_things,   ///< an amount of the whole school is shared by weight per pupil, as ground is
    sports_ground    ///< the school's own ground
};

struct IndicatorRule
{
    Indicator indicator{};
    AmountOf amount{};
    std::int64_t per_pupils = 1;              ///< the value is of so many pupils: 100, or each
    PerStage<std::optional<double>> at_least; ///< threshold of the national method; senior has none
    bool without_indoor_sports = false;       ///< indoor sports rooms are taken out: they are sports ground
};

inline constexpr std::array<IndicatorRule, 7> indicator_rules = {{
    {Indicator::teachers_degree, AmountOf::counted_persons, 100, {{4.2, 5.3, std::nullopt}}},
    {Indicator::backbone_teachers, AmountOf::counted_persons, 100, {{1.0, 1.0, std::nullopt}}},
    {Indicator::arts_sports_teachers, AmountOf::counted_persons, 100, {{0.9, 0.9, std::nullopt}}},
    {Indicator::teaching_rooms_m2, AmountOf::shared_things, 1, {{4.5, 5.8, std::nullopt}}, true},
    {Indicator::sports_area_m2, AmountOf::sports_ground, 1, {}},
    {Indicator::equipment_yuan, AmountOf::shared_things, 1, {{2000.0, 2500.0, std::nullopt}}},
    {Indicator::multimedia_rooms, AmountOf::shared_things, 100, {{2.3, 2.4, std::nullopt}}},
}};

constexpr const IndicatorRule& rule_of(Indicator indicator)
{
    return indicator_rules[static_cast<std::size_t>(indicator)];
}

/// What is asked of a stage: the config's, else the national method's. None of sports_area_m2, which is the standard's (sports_value.hpp).
std::optional<double> threshold(const IndicatorRule& rule, Stage stage, const IndicatorSettings& settings);

} // namespace fieldgap
