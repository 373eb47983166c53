#pragma once
// Leases, and what becomes of the gaps when they end.

#include "verify/checks/check.hpp"
#include "verify/result/result.hpp"

namespace fieldgap::verify {

Check check_leases(const Result& result);

} // namespace fieldgap::verify
