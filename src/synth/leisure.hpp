#pragma once
// Fills the land with grounds that belong to no school.

#include "synth/model.hpp"

namespace fieldgap {

void add_venues(SyntheticCity& made, const std::vector<Parcel>& parcels, Random random);

/// A campus whose school has left.
void add_deserted_campus(SyntheticCity& made, const Parcel& parcel, Random random);

/// A field on nobody's campus.
void add_stray_field(SyntheticCity& made, const Parcel& parcel, Random random);

} // namespace fieldgap
