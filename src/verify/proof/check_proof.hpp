#pragma once
// The certificate: a cut that proves that no m2 more can be closed, and prices that prove that it cannot be cheaper, nor nearer.

#include "verify/checks/check.hpp"
#include "verify/proof/proof_network.hpp"
#include "verify/result/result.hpp"

namespace fieldgap::verify {

/// Its rows are those of the city, with the right capacities; cut and prices are there where they have to be.
Check check_certificate(const Result& result, const ProofNetwork& network);

/// What is given is as much as the cut lets through. Nothing is claimed where there is no cut.
Check check_maximum(const Result& result, const ProofNetwork& network);

/// Every arc keeps to the prices at its ends. Nothing is claimed where there are none.
Check check_least_cost(const Result& result, const ProofNetwork& network);

bool has_cut(const Result& result);
bool has_prices(const Result& result);

} // namespace fieldgap::verify
