#pragma once
// Figures of stages, and status, worked out again.

#include "verify/checks/check.hpp"
#include "verify/result/result.hpp"

namespace fieldgap::verify {

/// Weights, shares of the ground, gaps and status of each stage, before and after.
Check check_stages(const Result& result);

/// status and status_after of each school are what its figures give; campuses say the same as their schools.
Check check_status(const Result& result);

} // namespace fieldgap::verify
