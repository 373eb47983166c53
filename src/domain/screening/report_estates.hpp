#pragma once
// What is doubtful about estates and their ways to school.

#include "domain/seats/estate_walks.hpp"

#include <string_view>

namespace fieldgap {

/// no_entry or no_entry_piece of every estate that joins no street; part_without_gate; of planned ones estate_pupils_unknown,
/// dwelling_unknown and first_year_missing; and catchments that send nobody. `layer` names the estates.
void report_estates(const AnalysedCity& analysed, std::span<const SchoolStanding> schools, const EstateWalks& walks, std::string_view layer,
                    Findings& findings);

} // namespace fieldgap
