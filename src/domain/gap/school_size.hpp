#pragma once
// Class and school sizes against their limits (config table [limits], docs/standards.md 1.6).

#include "domain/city/city.hpp"
#include "domain/city/settings.hpp"
#include "domain/gap/gap.hpp"

#include <optional>

namespace fieldgap {

/// Absent where a number that decides is missing.
struct SchoolSize
{
    PerStage<std::optional<double>> mean_class; ///< pupils per class
    std::optional<bool> over_class;             ///< a mean class is larger than the limit of its stage
    std::optional<bool> over_size;              ///< more pupils of the compulsory stages than the school may have
};

/// The most pupils of the compulsory stages. Schools built in 2010 or before, or with more than half migrant children, may be a fifth
/// larger (2,000 -> 2,400, nine-year schools 2,500 -> 3,000; twelve-year schools have no such relaxation). Combined: primary and junior.
std::int64_t max_pupils(const School& school, const PerStage<bool>& teaches, const Limits& limits);

SchoolSize school_size(const City& city, const Ownership& owns, SchoolIndex school, const Enrolment& enrolled, const Limits& limits);

/// The same for numbers of pupils that need not be whole: those of estates are not.
SchoolSize school_size(const City& city, const Ownership& owns, SchoolIndex school, const PerStage<std::optional<double>>& pupils,
                       const Limits& limits);

} // namespace fieldgap
