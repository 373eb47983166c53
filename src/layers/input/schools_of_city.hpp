#pragma once
// Schools, their campuses and their enrolment, brought together.

#include "layers/input/input_files.hpp"
#include "layers/input/input_records.hpp"
#include "layers/input/read_city.hpp"

#include <vector>

namespace fieldgap {

/// Fills schools and campuses of the city: each school has an id of its own, its main school, a place, and what the enrolment table says.
/// Returns those that the register or the enrolment table calls closed; they are no part of the city.
std::vector<School> read_schools_and_campuses(const Config& config, const InputFiles& files, CityInput& into, UsedRows& used);

} // namespace fieldgap
