#pragma once
// Whether the verdict on a school hangs on how fast people walk (docs/rules.md rule 10).

#include "domain/analysis/analysis.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

/// The city as it would be if people walked at one speed, allocated anew.
struct CityAtSpeed
{
    double speed_m_per_min = 0.0;
    std::size_t links = 0; ///< pairs in reach, of both channels
    ExactArea given, residual;
    std::int64_t schools_meet_after = 0;
};

struct SchoolCertainty
{
    std::optional<double> flips_at_m_per_min; ///< the fastest speed with another status after the allocation; absent: there is none
};

struct Certainty
{
    std::vector<CityAtSpeed> at;                           ///< as `[walk] speeds`
    std::vector<std::optional<SchoolCertainty>> of_school; ///< parallel to City::schools; absent without figures
};

/// Allocates anew at each of `[walk] speeds`.
Certainty certainty(const AnalysedCity& analysed);

} // namespace fieldgap
