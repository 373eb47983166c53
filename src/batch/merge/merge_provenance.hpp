#pragma once

#include "batch/merge/result_survey.hpp"
#include "batch/merge/summary_sums.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// Where the rows of a merged file come from, as one JSON document: schema_version, program, version, the cities that are in it with their
/// results (relative to the file), sizes and SHA-256, and the sums. The provenance of a city's own inputs is in its result.
std::string merge_provenance(const MergeTarget& target, const std::vector<SurveyedCity>& cities, const std::vector<SummedLine>& sums);

} // namespace fieldgap
