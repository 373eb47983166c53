#pragma once
// The figures of the city are those of its layers.

#include "verify/checks/check.hpp"
#include "verify/result/result.hpp"

namespace fieldgap::verify {

/// The keys of `summary` that follow from the layers.
Check check_summary(const Result& result);

} // namespace fieldgap::verify
