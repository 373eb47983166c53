#pragma once
// How much each indicator varies between the schools of a district, read in each of the ways that are in use.

#include "domain/analysis/analysis.hpp"
#include "domain/indicators/stage_indicators.hpp"

#include <array>
#include <optional>
#include <vector>

namespace fieldgap {

/// How a coefficient of variation is read: weighted by pupils, as the rule has it, or every school alike; as it is, or to two decimals.
enum class Reading : std::uint8_t { weighted, plain, weighted_rounded, plain_rounded };

inline constexpr std::array<Reading, 4> all_readings = {Reading::weighted, Reading::plain, Reading::weighted_rounded,
                                                        Reading::plain_rounded};

template <class T>
struct PerReading
{
    std::array<T, 4> values{};

    constexpr T& operator[](Reading reading) { return values[static_cast<std::size_t>(reading)]; }
    constexpr const T& operator[](Reading reading) const { return values[static_cast<std::size_t>(reading)]; }
};

/// Of one stage and one indicator over the schools of a group.
struct IndicatorVariation
{
    std::optional<std::size_t> district; ///< into Districts::rows; absent: the city
    Stage stage{};
    Indicator indicator{};
    std::int64_t schools = 0;                 ///< with a value
    std::optional<Variation> weighted, plain; ///< absent where the mean is 0
    double limit = 0.0;
    PerReading<std::optional<bool>> passes; ///< absent where a counted school has no value

    std::optional<double> cv(Reading reading) const;
};

/// Of what a group's schools have: the city's first, then by district, stage and indicator; only where some counted school has a value.
std::vector<IndicatorVariation> indicator_variations(const MeasuredCity& measured, const Districts& districts,
                                                     const std::vector<StageIndicators>& stages);

/// Counted schools that may teach a stage of which nothing is known: no variation of it decides (docs/rules.md rule 5).
PerStage<bool> undecided_stages(const MeasuredCity& measured, std::size_t school);

} // namespace fieldgap
