#pragma once
// The estates of the city: who serves them, and the verdicts on planned ones (docs/rules.md section 6).

#include "domain/screening/estate_row.hpp"

#include <vector>

namespace fieldgap {

struct EstateTable
{
    std::vector<EstateRow> rows; ///< parallel to City::estates
    EstateWalks walks;
};

/// The estates of the city. Planned ones are seated together, a seat given once, whatever their years; each may count on planned schools
/// that open in its first year or before (conditional). Existing ones take no seats. Planned estates are judged with the m2 of all of them.
EstateTable serve_estates(const AnalysedCity& analysed, Findings& findings);

} // namespace fieldgap
