#pragma once
// What is said of how good the allocation is: the bound, the money, what a search reached, and the bottlenecks.

#include "verify/checks/check.hpp"
#include "verify/proof/proof_network.hpp"
#include "verify/result/result.hpp"

namespace fieldgap::verify {

/// bound_m2 and its like are as stated, and no worse than what was reached; without a search the bound is reached.
Check check_bound(const Result& result);

/// Objective `budget`: the money is not passed, and where it ended the plan it would not have bought 0.01 m2 more.
Check check_budget(const Result& result, const ProofNetwork& network);

/// deficit - reachable = unmet, and unmet ground is not more than what is left of the gaps.
Check check_bottlenecks(const Result& result);

} // namespace fieldgap::verify
