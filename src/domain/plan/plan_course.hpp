#pragma once
// Where a plan's districts and its time stand (docs/rules.md section 6, Plan).

#include "domain/analysis/district.hpp"
#include "domain/gap/measured_city.hpp"

#include <cstdint>
#include <optional>

namespace fieldgap {

/// Calendar quarters from the day after `today` to `until`, one that is begun counted whole; 0 where `until` is not after `today`.
std::int64_t quarters_after(const Date& today, const Date& until);

/// Those that the plan has left after the day by which leases are judged. Absent where that day or `[plan] until` is unknown.
std::optional<std::int64_t> quarters_left(const MeasuredCity& measured);

/// The year of the day by which leases are judged. Absent where nobody knows that day.
std::optional<std::int64_t> year_of_run(const MeasuredCity& measured);

/// How many districts the plan is about: the most that `districts_pass` has in any year. Absent where it names no year, or none passes.
std::optional<double> districts_of_plan(const PlanSettings& plan);

/// Districts of the city as they stand today, before the allocation.
struct DistrictsToday
{
    std::int64_t pass = 0;
    std::int64_t undecided = 0; ///< an unknown school decides
};

DistrictsToday districts_today(const Districts& districts);

} // namespace fieldgap
