#pragma once
// What ground costs.

#include "domain/city/city.hpp"
#include "domain/city/exact_amount.hpp"
#include "domain/city/settings.hpp"

namespace fieldgap {

/// Yuan per m2 and year that renting from this venue costs.
double price_of(const Venue& venue, const Settings& settings);

/// Cost of some ground, rounded to 0.01 yuan (half up).
double cost_of(ExactArea area, double price_per_m2);

} // namespace fieldgap
