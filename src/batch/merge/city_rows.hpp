#pragma once
// The table `cities`: a row for each city of a batch.

#include "batch/merge/result_survey.hpp"

namespace fieldgap {

gis::LayerSchema cities_schema();

/// `summary`: of the city's result; empty where none is merged.
std::vector<gis::Cell> cells_of(const SurveyedCity& city, const std::vector<SummaryLine>& summary);

} // namespace fieldgap
