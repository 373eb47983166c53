#pragma once
// The best plan under lots, places, caps of districts and a budget, by trying every one: it has heard of no solver.

#include "domain/transport/transport_problem.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace oracle {

/// Minus the weight of takers closed wholly (objectives schools and pupils, else 0), minus the m2, cost, walking: the smaller the better,
/// the first that differs decides. In hundredths of m2, times 0.0001 yuan, and ms.
using FullObjective = std::array<std::int64_t, 4>;

FullObjective full_objective_of(const fieldgap::TransportProblem& problem, const std::vector<fieldgap::ExactArea>& given);

/// Giver, taker, channel and district caps, lots, places and the budget.
bool keeps_all_limits(const fieldgap::TransportProblem& problem, const std::vector<fieldgap::ExactArea>& given);

/// Tries every plan in whole steps of so many hundredths. For tiny problems.
FullObjective full_best_by_trying_all(const fieldgap::TransportProblem& problem, std::int64_t step);

} // namespace oracle
