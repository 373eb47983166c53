#pragma once
// Free seats of a school (docs/rules.md section 6, docs/standards.md 1.6).

#include "domain/city/city.hpp"
#include "domain/city/exact_amount.hpp"
#include "domain/city/settings.hpp"
#include "domain/ground/ownership.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

/// Of a main school with its branches.
struct SchoolSeats
{
    PerStage<bool> takes_in{};                  ///< it has the stage, and is a regular school or teaching point
    PerStage<std::optional<std::int64_t>> free; ///< negative where the school is overfull; absent where a number is missing
    std::optional<std::int64_t> room;           ///< what max_school_size leaves to primary and junior together, may be negative
};

/// Seats of a stage = capacity, else classes x max_class_size (row by row of a school with branches), at most what max_school_size leaves,
/// less the enrolment. A planned school has nobody enrolled unless numbers are given. Parallel to City::schools; branches are empty.
/// `is_combined` in the size limit: by the stages it has.
std::vector<SchoolSeats> free_seats(const City& city, const Ownership& owns, const Limits& limits);

} // namespace fieldgap
