#pragma once
// The plan where nothing is left to decide but amounts: one exact flow.

#include "domain/transport/transport_problem.hpp"

#include <cstdint>
#include <vector>

namespace fieldgap {

/// What a search has decided of a problem.
struct Decisions
{
    std::vector<std::uint8_t> is_open;     ///< per offer: may give, and gives its `at_least`
    std::vector<std::uint8_t> is_to_close; ///< per taker: its gap is closed wholly
};

/// As if there were no `at_least`, no `places` and no takers to close wholly: nothing can be better.
TransportPlan relaxed_plan(const TransportProblem& problem);

/// The best plan that keeps to the decisions. Where a taker cannot be closed after all, as much of it as can be.
TransportPlan plan_with(const TransportProblem& problem, const Decisions& decisions);

/// Whether a plan keeps to `at_least` and `places`.
bool keeps_lots(const TransportProblem& problem, const std::vector<ExactArea>& given);

} // namespace fieldgap
