#pragma once
// Fills the land with estates and with sites for more of them.

#include "synth/model.hpp"

namespace fieldgap {

/// Existing and planned estates; some of the planned owe the city a school that is planned too.
void add_estates(SyntheticCity& made, const std::vector<Parcel>& parcels, Random random);
void add_sites(SyntheticCity& made, const std::vector<Parcel>& parcels, Random random);

} // namespace fieldgap
