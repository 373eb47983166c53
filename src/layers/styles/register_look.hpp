#pragma once
// The strike-off register in QGIS: its schools on the map, its file to be filled in, what its runs said.

#include "gis/io/qgis/qgis_look.hpp"

#include <string>

namespace fieldgap {

/// On top of the look of a result. `path` of the register counts from the project.
void add_register(gis::QgisLook& look, const std::string& path);

} // namespace fieldgap
