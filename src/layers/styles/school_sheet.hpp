#pragma once

#include "gis/io/qgis/qgis_print.hpp"

namespace fieldgap {

/// A4, one page a school: its sentence, its walk at 1:10,000, its figures and its ledger.
gis::PrintLayout school_sheet(bool has_register = false);

} // namespace fieldgap
