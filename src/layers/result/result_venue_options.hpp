#pragma once
// The layer venue_options of a result.

#include "layers/result/result_view.hpp"

namespace fieldgap {

/// A row for each place of City::new_venues that was weighed.
void write_venue_options(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
