#include "domain/indicators/indicator_rules.hpp"

namespace fieldgap {

std::optional<double> threshold(const IndicatorRule& rule, Stage stage, const IndicatorSettings& settings)
{
    const auto& own = settings.thresholds[rule.indicator][stage];
    return own ? own : rule.at_least[stage];
}

} // namespace fieldgap
