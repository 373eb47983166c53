#pragma once
// Need and ground of each school, worked out again from its pupils and the config.

#include "verify/checks/check.hpp"
#include "verify/result/result.hpp"

namespace fieldgap::verify {

/// required_m2 from pupils, weights and standards; pupils of `schools` are those of `stages`.
Check check_need(const Result& result);

/// own_m2 is what counts of the grounds, drawn_m2 what the fields count; gap, surplus and figures per pupil follow.
Check check_ground(const Result& result);

} // namespace fieldgap::verify
