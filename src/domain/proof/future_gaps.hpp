#pragma once
// Gaps that open again when leases end before the plan does (docs/rules.md section 6).

#include "domain/analysis/analysis.hpp"
#include "domain/city/date.hpp"

#include <vector>

namespace fieldgap {

struct FutureGap
{
    SchoolIndex school{};    ///< the main school
    Date from;               ///< the day after the lease's last
    ExactArea m2;            ///< what the lease counts today
    std::uint32_t lease = 0; ///< position in City::leases
};

/// By school, day, then the number of the lease; none where the plan does not say until when it runs.
std::vector<FutureGap> future_gaps(const AnalysedCity& analysed);

} // namespace fieldgap
