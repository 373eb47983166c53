#pragma once
// Walks: nothing is given beyond the limit, and time, length and route of a link belong together.

#include "verify/checks/check.hpp"
#include "verify/result/result.hpp"

namespace fieldgap::verify {

/// Times are within the limit, and follow from the metres.
Check check_reach(const Result& result);

/// Metres are those of the route, and it begins and ends where its schools and venues are, as far as these are in the file.
Check check_routes(const Result& result);

} // namespace fieldgap::verify
