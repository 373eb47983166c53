#pragma once
// Who may be given ground, and how much of it a channel, a district, a link and a venue may give.

#include "verify/checks/check.hpp"
#include "verify/result/result.hpp"

namespace fieldgap::verify {

/// Only schools with a gap receive, by channels that are on and that the regime counts for them, from venues with an area and partners
/// with a surplus.
Check check_eligibility(const Result& result);

/// Caps of channels and of districts.
Check check_caps(const Result& result);

/// The least that a link gives, and the most schools that a giver gives to.
Check check_lots(const Result& result);

/// What each row costs.
Check check_prices(const Result& result);

} // namespace fieldgap::verify
