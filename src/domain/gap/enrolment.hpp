#pragma once
// The pupils of each school (docs/rules.md rule 4: when they are unknown).

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"
#include "domain/ground/ownership.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fieldgap {

/// The pupils of a main school and its branches together.
struct Enrolment
{
    PerStage<bool> has_stage{};
    PerStage<std::optional<std::int64_t>> pupils; ///< absent: a number is missing, or the stage is not there
    std::int64_t other = 0;                       ///< of no weight
    bool is_known = false;                        ///< every stage has its number and not all are 0

    /// Primary, junior and senior pupils; absent unless every stage's number is there.
    std::optional<std::int64_t> total() const;
};

std::vector<Enrolment> enrolments(const City& city, const Ownership& owns, Findings& findings); ///< by school; branches are empty

/// Special and vocational schools: they need and share nothing.
bool needs_nothing(const School& school);

} // namespace fieldgap
