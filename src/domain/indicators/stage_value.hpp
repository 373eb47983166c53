#pragma once
// An amount of one stage against its pupils and a threshold, in whole numbers: 42 teachers of 1000 pupils are exactly 4.2 of a hundred.

#include "domain/indicators/indicator_rules.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace fieldgap {

enum class IndicatorState : std::uint8_t { met, tolerated, short_of, unknown };

constexpr std::string_view name_of(IndicatorState state)
{
    constexpr std::array<std::string_view, 4> names = {"met", "tolerated", "short", "unknown"};
    return names[static_cast<std::size_t>(state)];
}

/// An indicator of one stage of one school. What is not known is absent.
struct StageValue
{
    std::optional<double> amount;         ///< of the stage, in the unit of the indicator x per_pupils: value = amount / pupils
    std::optional<double> value;          ///< per pupil, or per hundred
    std::optional<double> national_value; ///< as the national regime counts it; another one than `value` of sports ground alone
    std::optional<double> standard;       ///< the threshold
    std::optional<double> ratio;          ///< value / standard
    IndicatorState state = IndicatorState::unknown;
};

/// An amount in hundredths: the stage's own, and its part of what the whole school has.
struct StageAmount
{
    std::int64_t of_stage = 0;
    std::int64_t of_school = 0; ///< below 0 where more is taken out than there is
};

/// The part of a stage in what the whole school has, and its pupils.
struct StagePart
{
    std::int64_t pupils = 0;          ///< above 0
    std::int64_t weighted = 0;        ///< w x n in hundredths
    std::int64_t weighted_school = 0; ///< W in hundredths
};

/// `met`: value >= standard; `tolerated`: value >= floor x standard; else `short_of`; limits included, nothing rounded. Standard and floor
/// x standard are taken to a millionth. Without a standard the state is unknown. An amount below 0 has no value.
StageValue stage_value(const StageAmount& amount, const StagePart& part, const IndicatorRule& rule, const std::optional<double>& standard,
                       double floor);

} // namespace fieldgap
