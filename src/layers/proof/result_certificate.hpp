#pragma once
// Table `certificate`: prices and a cut that prove the allocation the best there is.

#include "layers/result/result_view.hpp"

namespace fieldgap {

void write_certificate(gis::GeoPackage& file, const ResultView& view);

} // namespace fieldgap
