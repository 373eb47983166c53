#pragma once
// What a city pays to its districts for their schools' ground, by hardship (docs/rules.md section 6, Transfers).

#include "domain/analysis/district.hpp"
#include "domain/city/finding.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

/// Yuan per year, each to 0.01.
struct Transfers
{
    std::vector<std::optional<double>> of_district; ///< parallel to Districts::rows; absent where no school of it has figures
    std::optional<double> total;                    ///< of the districts; absent where none is known
};

/// The yearly cost of what the schools of a district receive, times its factor: that of its name, else of its id, else 1.
Transfers transfers(const Districts& districts, const PlanSettings& plan);

/// A row for each name of `[plan] hardship` that is neither name nor id of a district.
void report_hardship(const Districts& districts, const PlanSettings& plan, Findings& findings);

} // namespace fieldgap
