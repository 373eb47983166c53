#pragma once
// For whom a field counts, and how much (docs/rules.md rules 1 and 2).

#include "domain/ground/supply.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

/// What one field adds to one school.
struct FieldShare
{
    std::optional<SchoolIndex> school; ///< that it names or on whose campus it lies, a branch too; absent: nobody's
    double counted_m2 = 0.0;
};

/// One for each school that the field counts for, one without a school for a field of nobody. Ground of a planned school does not count.
std::vector<FieldShare> shares_of_field(const City& city, const Ownership& owns, const DrawnGround& drawn, const CampusShares& shares,
                                        std::size_t field);

} // namespace fieldgap
