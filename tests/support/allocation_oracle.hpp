#pragma once
// Two ways to know what the best allocation is, neither of which has heard of a simplex: trying every one, and looking for a circle of
// changes that would better a given one.

#include "domain/transport/transport_problem.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace oracle {

/// Minus the m2 closed, cost, walking, order: the smaller, the better; the first that differs decides.
/// In hundredths of m2, times 0.0001 yuan, ms and rank.
using Objective = std::array<std::int64_t, 4>;

Objective objective_of(const fieldgap::TransportProblem& problem, const std::vector<fieldgap::ExactArea>& given);

/// No giver above its capacity, no taker above its gap, no channel above its cap, nothing below zero.
bool is_allowed(const fieldgap::TransportProblem& problem, const std::vector<fieldgap::ExactArea>& given);

/// Tries every allocation in whole hundredths. For tiny problems.
Objective best_by_trying_all(const fieldgap::TransportProblem& problem);

/// Bellman-Ford over what could still be moved: true where no circle of changes makes the objective smaller, so that it is the optimum.
bool cannot_be_bettered(const fieldgap::TransportProblem& problem, const std::vector<fieldgap::ExactArea>& given);

} // namespace oracle
