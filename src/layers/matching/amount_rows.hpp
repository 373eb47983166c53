#pragma once
// The amounts of the national evaluation out of several rows of one school.

#include "domain/city/city.hpp"

namespace fieldgap {

/// What a row of one stage gives as a whole is that stage's. Nothing changes for rows of several stages, or of none.
void name_stage(const PerStage<bool>& stages, PerIndicator<SchoolAmount>& amounts);

/// Adds those of a further row, whose stages are named. Square metres and yuan that rows of different stages give alike are the site's and
/// count once, as a whole.
void add_amounts(const PerIndicator<SchoolAmount>& part, PerIndicator<SchoolAmount>& sum);

/// What a table says goes before what the school knew, amount by amount.
void take_amounts(const PerIndicator<SchoolAmount>& table, PerIndicator<SchoolAmount>& amounts);

} // namespace fieldgap
