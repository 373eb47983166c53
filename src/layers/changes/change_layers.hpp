#pragma once
// The layers of a comparison (docs/rules.md section 9).

#include "gis/io/geopackage/geopackage.hpp"
#include "layers/changes/compared_pair.hpp"

namespace fieldgap {

/// `closed`, `opened`, `worse`, `better`, `unchanged`, `gone`, `new`, `causes` and `summary`.
void write_changes(gis::GeoPackage& file, const ComparedPair& pair);

} // namespace fieldgap
