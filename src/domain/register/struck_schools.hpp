#pragma once
// The issues of each school as one: what the map of the register shows.

#include "domain/register/register_run.hpp"

namespace fieldgap {

struct StruckSchool
{
    std::string school_id;
    IssueState state = IssueState::closed; ///< the first of reopened, overdue, open, in_work, claimed, closed that one of its issues has
    std::int64_t issues = 0;
    std::int64_t open_issues = 0; ///< those that are not closed
    ExactArea baseline_gap;
    std::optional<ExactArea> current_gap; ///< of the issues whose gap is known; absent where none is
    std::string due;                      ///< the earliest of those not closed that is a quarter
    std::string unit;                     ///< of those not closed, each once
    std::string evidence;
};

/// By school id.
std::vector<StruckSchool> struck_schools(const RegisterAfter& after);

} // namespace fieldgap
