#pragma once
// What became of a city, as its task leaves it for the batch: there whole or not at all, also where a task runs twice at once.

#include "batch/cities/city_state.hpp"

#include <optional>
#include <string>

namespace fieldgap {

/// Unlike that of any other process that this city's name may be used by: of this job, its restart, this machine and process.
std::string name_of_this_process();

std::string outcome_file(const std::string& folder, const std::string& city);

/// Made in `unfinished`, then renamed. It never takes the place of one that tells of a result. Throws gis::WriteError.
void write_outcome(const CityOutcome& outcome, const std::string& file, const std::string& unfinished);

/// Nothing where there is none.
std::optional<CityOutcome> read_outcome(const std::string& file);

} // namespace fieldgap
