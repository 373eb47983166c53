#pragma once
// How a batch ended, for a reader and as JSON.

#include "batch/cities/city_end.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// A line a city, and how many ended in which way. `all` is the path of all.gpkg; empty where it was not written.
std::string batch_table(const std::vector<CityEnd>& cities);
std::string batch_json(const std::vector<CityEnd>& cities, const std::string& all);

} // namespace fieldgap
