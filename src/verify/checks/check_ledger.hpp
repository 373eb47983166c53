#pragma once
// The sums between ledger, schools, links, venues and partners.

#include "verify/checks/check.hpp"
#include "verify/result/result.hpp"

namespace fieldgap::verify {

/// Each column of `schools` is the sum of its rows in `ledger`; rows that come from somebody are what their link gives.
Check check_ledger(const Result& result);

/// residual, cost and shared_out of a school are what its links and channels give; counts of what is in reach.
Check check_sums(const Result& result);

/// Nobody gives more than he has.
Check check_givers(const Result& result);

} // namespace fieldgap::verify
