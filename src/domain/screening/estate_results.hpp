#pragma once
// Everything about the estates of a city as one step after its analysis.

#include "domain/screening/phasing.hpp"
#include "domain/screening/projection.hpp"

namespace fieldgap {

struct EstateResults
{
    EstateTable table; ///< rows parallel to City::estates
    Phasing phasing;
    std::vector<ProjectedYear> projection; ///< empty without `[projection]`
};

/// Costs nothing to speak of where the city has neither estates nor catchments nor a projection. Existing estates without any number of
/// people are reported in one row for all.
EstateResults results_of_estates(const AnalysedCity& analysed, Findings& findings);

} // namespace fieldgap
