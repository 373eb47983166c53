#pragma once
// Whether a district passes the national evaluation by each reading of its variation, and which reading decides.

#include "domain/indicators/variations.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace fieldgap {

/// What the verdict on a district hangs on.
enum class DecidingReading : std::uint8_t {
    same,     ///< nothing: every reading gives the same
    weighted, ///< it passes weighted by pupils and fails with every school alike
    plain,    ///< the other way round
    rounding  ///< the two agree, and two decimals say otherwise
};

constexpr std::string_view name_of(DecidingReading reading)
{
    constexpr std::array<std::string_view, 4> names = {"same", "weighted", "plain", "rounding"};
    return names[static_cast<std::size_t>(reading)];
}

struct DistrictReadings
{
    PerReading<std::optional<bool>> passes;  ///< by all indicators with data; absent where what is unknown decides
    std::optional<DecidingReading> deciding; ///< absent where a reading has no verdict
};

/// All that is said of the seven indicators.
struct IndicatorFigures
{
    PerIndicator<bool> with_data;
    std::vector<StageIndicators> stages;
    std::vector<IndicatorVariation> variations;
    std::vector<DistrictReadings> districts; ///< parallel to Districts::rows

    /// The rows of any indicator are shown as soon as one besides sports ground has data.
    bool shows(Indicator indicator) const;
};

IndicatorFigures indicator_figures(const MeasuredCity& measured, const Districts& districts);

/// reading_decides, of each district whose verdict hangs on it.
void report_readings(const Districts& districts, const IndicatorFigures& figures, Findings& findings);

} // namespace fieldgap
