#pragma once
// Enrolment year by year, and the gaps that it makes: shrinking cohorts and new estates seen together.

#include "domain/screening/serve_estates.hpp"

namespace fieldgap {

struct ProjectedYear
{
    std::int64_t year = 0;
    PerStage<double> enrolled; ///< of the known schools, by the rate
    PerStage<double>
        from_estates; ///< pupils of planned estates who have a seat in the limits, planned schools that are open by then included
    PerStage<double> without_seat;    ///< of planned estates
    ExactArea required, own;          ///< of schools with figures, planned schools that are open by then included
    ExactArea gap;                    ///< sum of the schools' gaps, before any channel
    ExactArea residual;               ///< after the allocation, done anew for that year
    std::int64_t schools_short = 0;   ///< with a gap
    std::int64_t estates_unknown = 0; ///< planned estates left out: pupils or first year unknown
};

/// From `settings.projection.first_year` to `until`, both included; empty without them. Enrolment of a stage in year y is today's x
/// (1 + rate)^(y - first_year), or what the city's per-year columns say (School::projected). Planned schools open with nobody enrolled.
std::vector<ProjectedYear> projected_gaps(const AnalysedCity& analysed, const EstateTable& estates);

} // namespace fieldgap
