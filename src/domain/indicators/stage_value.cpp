#include "domain/indicators/stage_value.hpp"

#include <cmath>

namespace fieldgap {
namespace {

/// Products of amounts, weights and pupils go beyond 64 bits: yuan in hundredths x weighted pupils x millionths.
__extension__ using Wide = __int128;

constexpr double millionths = 1e6;

struct Fraction
{
    Wide numerator;
    Wide denominator; ///< above 0

    double value() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
    bool is_at_least(double limit) const
    {
        return numerator * static_cast<Wide>(millionths) >= static_cast<Wide>(std::llround(limit * millionths)) * denominator;
    }
};

/// (own + school x w n / W) x per_pupils / n
Fraction per_pupils(const StageAmount& amount, const StagePart& part, const IndicatorRule& rule)
{
    constexpr Wide hundredths = 100;
    const Wide weighted_amount = Wide(amount.of_stage) * part.weighted_school + Wide(amount.of_school) * part.weighted;
    return {weighted_amount * rule.per_pupils, Wide(part.weighted_school) * part.pupils * hundredths};
}

} // namespace

StageValue stage_value(const StageAmount& amount, const StagePart& part, const IndicatorRule& rule, const std::optional<double>& standard,
                       double floor)
{
    StageValue result;
    result.standard = standard;
    const Fraction found = per_pupils(amount, part, rule);
    if (found.numerator < 0) {
        return result;
    }
    result.value = found.value();
    result.national_value = result.value;
    result.amount = *result.value * static_cast<double>(part.pupils);
    if (standard) {
        result.ratio = *result.value / *standard;
        result.state = found.is_at_least(*standard)           ? IndicatorState::met
                       : found.is_at_least(floor * *standard) ? IndicatorState::tolerated
                                                              : IndicatorState::short_of;
    }
    return result;
}

} // namespace fieldgap
