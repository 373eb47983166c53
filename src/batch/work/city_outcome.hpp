#pragma once
// From the end of a city's process, and what it said, to its row in the journal.

#include "batch/cities/city_state.hpp"
#include "batch/work/city_process.hpp"

#include <string>

namespace fieldgap {

/// Its state, and the last error in its log. What only its result knows is left empty.
CityOutcome outcome_of(const ProcessEnd& end, const std::string& log);

} // namespace fieldgap
