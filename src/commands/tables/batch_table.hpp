#pragma once
// How a batch ended, for a reader and as JSON.

#include "batch/cities/city_end.hpp"
#include "batch/cities/city_needs.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// A line a city, and how many ended in which way. `all` is the path of all.gpkg; empty where it was not written.
std::string batch_table(const std::vector<CityEnd>& cities);
std::string batch_json(const std::vector<CityEnd>& cities, const std::string& all);

/// The cities in the order in which they would be run, the biggest first, with the memory that each is thought to take; then those that
/// would not be run. `needs[i]` are those of `cities[i]`; `city_mib`: no city takes more, 0: no limit.
std::string batch_plan_table(const std::vector<CityEnd>& cities, const std::vector<CityNeeds>& needs, std::int64_t city_mib);

} // namespace fieldgap
