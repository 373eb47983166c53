#pragma once
// A sum that was rounded once, shared out to its parts.

#include "domain/city/exact_amount.hpp"

#include <span>
#include <vector>

namespace fieldgap {

/// Each part down or up to 0.01 m2, so that they add up to `total`: up go those of which most would be lost, of equal ones the first.
/// Precondition: the parts are not negative, and `total` is their sum, rounded.
std::vector<ExactArea> apportioned(std::span<const double> parts_m2, ExactArea total);

} // namespace fieldgap
