#pragma once
// Fills the land with schools.

#include "synth/model.hpp"
#include "synth/roster.hpp"

namespace fieldgap {

/// Schools, their campuses, fields and gates. `parcels` are as many as plans that are no second schools.
void add_schools(SyntheticCity& made, const std::vector<SchoolPlan>& plans, std::vector<Parcel> parcels, std::uint64_t seed);

} // namespace fieldgap
