#pragma once

#include "gis/io/qgis/qgis_print.hpp"

namespace fieldgap {

/// A3 for the wall: the gaps, their legend, the figures of the districts.
gis::PrintLayout wall_map();

} // namespace fieldgap
