#pragma once
// The plan where something is yes or no: a lot or nothing, a place or none, a gap closed wholly or not.

#include "domain/transport/transport_problem.hpp"

namespace fieldgap {

/// Whether a giver has places or a least amount.
bool has_lots(const TransportProblem& problem);

/// Whether a flow alone does not do.
bool needs_search(const TransportProblem& problem);

/// The best plan of a problem in one part. What its first objectives are is searched one after another, each among the best of those
/// before; amounts are those of a flow.
TransportPlan searched_plan(const TransportProblem& problem);

} // namespace fieldgap
