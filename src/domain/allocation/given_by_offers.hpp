#pragma once
// An allocation as amounts over the offers of its problem.

#include "domain/allocation/allocation.hpp"
#include "domain/allocation/city_problem.hpp"

#include <vector>

namespace fieldgap {

/// What the allocation gives over each offer beyond its leases, parallel to the offers.
std::vector<ExactArea> given_by_offers(const CityProblem& problem, const Allocation& allocation);

/// Whether the allocation closes as much area as can be closed: what it gives over the offers is a greatest flow then.
bool closes_most_area(const Settings& settings);

} // namespace fieldgap
