#pragma once
// Enrolment districts override distance: who lives in a catchment goes to its school.

#include "domain/seats/school_standing.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// The schools of each stage that an estate must go to, ascending; absent where no catchment of that stage holds it.
using CatchmentSchools = PerStage<std::optional<std::vector<SchoolIndex>>>;

/// By the point that stands for the estate. A catchment without a stage holds for every stage that its school takes in. One whose school is
/// not known, or does not take in its stage, sends nobody. Parallel to the estates.
std::vector<CatchmentSchools> catchment_schools(const AnalysedCity& analysed, std::span<const SchoolStanding> schools,
                                                std::span<const Estate> estates);

/// catchment_school_unknown: catchments that send nobody.
void report_catchments(const AnalysedCity& analysed, std::span<const SchoolStanding> schools, Findings& findings);

} // namespace fieldgap
