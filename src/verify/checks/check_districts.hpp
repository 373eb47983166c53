#pragma once
// The figures of districts are those of their schools.

#include "verify/checks/check.hpp"
#include "verify/result/result.hpp"

namespace fieldgap::verify {

/// Sums, counts, means, coefficients of variation, and whether a district passes.
Check check_districts(const Result& result);

} // namespace fieldgap::verify
