#pragma once
// The amounts of a main school with its branches, by stage, and why one is not known (docs/rules.md rule 15).

#include "domain/gap/measured_city.hpp"
#include "domain/indicators/stage_value.hpp"

#include <optional>

namespace fieldgap {

/// Why the amount of a stage is unknown where something of it was given.
enum class AmountGap : std::uint8_t {
    not_given,      ///< by any row of the school
    row_missing,    ///< by a row with pupils, while others give it
    not_by_stage,   ///< persons of several stages in one number
    indoor_unknown, ///< the indoor sports rooms in it
    below_indoor    ///< it is less than the indoor sports rooms in it
};

/// The amount of a stage of a main school; where there is none, why, and of which row.
struct FoundAmount
{
    std::optional<StageAmount> amount;
    AmountGap gap = AmountGap::not_given;
    std::optional<SchoolIndex> row; ///< the one that lacks it
};

/// Whether any row of the school (its own, or a branch's) gives an amount of any indicator.
bool has_amounts(const MeasuredCity& measured, std::size_t main);
bool has_amount(const MeasuredCity& measured, std::size_t main, Indicator indicator);

/// Of a school whose enrolment is known, and a stage with pupils: by the national weights, whatever `split` says of ground.
StagePart stage_part(const Need& need, Stage stage);

/// Of the same, for an indicator other than sports ground.
FoundAmount found_amount(const MeasuredCity& measured, std::size_t main, Stage stage, const IndicatorRule& rule);

} // namespace fieldgap
