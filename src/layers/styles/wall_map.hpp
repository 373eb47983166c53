#pragma once

#include "gis/io/qgis/qgis_print.hpp"

namespace fieldgap {

/// A3 for the wall: the gaps, their legend, the figures of the districts.
gis::PrintLayout wall_map();

/// The same with the schools by the state of their issues in the register.
gis::PrintLayout strike_off_map();

} // namespace fieldgap
