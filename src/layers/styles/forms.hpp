#pragma once
// What a planner reads when pointing at a school or a venue.

#include "gis/io/qgis/qgis_look.hpp"
#include "layers/styles/themes.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// Forms and tips, for the layers that have them.
void add_forms(std::vector<gis::LayerStyle>& styles, Cities cities, bool has_register = false);

} // namespace fieldgap
