#pragma once
// The figures of a run for the city, its districts and their stages.

#include "domain/register/register_run.hpp"

namespace fieldgap {

/// The city first, then the districts as Districts::rows has them; of each all stages, primary, junior. Schools are counted as rule 5 has
/// them; sums of m2 hold every school.
std::vector<RunRow> run_rows(const AnalysedCity& analysed, const RegisterAfter& after);

} // namespace fieldgap
