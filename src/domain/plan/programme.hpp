#pragma once
// How far a plan's dated quantities have come (docs/rules.md section 6, Programmes).

#include "domain/city/finding.hpp"
#include "domain/city/quantity.hpp"
#include "domain/city/settings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// One year of one programme.
struct ProgrammeRow
{
    std::string name;
    std::string unit;
    std::int64_t year = 0;
    std::optional<Quantity> target;            ///< of this year; absent where the plan names none
    std::optional<Quantity> done;              ///< in this year; absent where nobody says
    std::optional<double> pace;                ///< all done so far over all targets so far: 1 is on the line
    std::optional<std::int64_t> forecast_year; ///< when the total is reached at the yearly rate so far
    Quantity total;                            ///< as the plan says it, else the sum of the targets
};

/// Each programme in the order of the config, each year of it that has a target or something done, rising.
std::vector<ProgrammeRow> programme_rows(const std::vector<ProgrammeSettings>& programmes);

/// Of each programme the row of that year, or the last before it, else its first; without a year the last in which it is known what is
/// done, else the first.
std::vector<ProgrammeRow> rows_of_year(const std::vector<ProgrammeRow>& rows, std::optional<std::int64_t> year);

/// A row for each programme whose targets do not add up to its total.
void report_programmes(const std::vector<ProgrammeSettings>& programmes, Findings& findings);

} // namespace fieldgap
