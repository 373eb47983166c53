#pragma once
// How an estate is drawn.

#include "domain/city/city.hpp"
#include "gis/geometry/shapes.hpp"

namespace fieldgap {

/// Its ground, or a circle of 25 m around its point: small beside a block, large enough to be seen and clicked. Empty without a place.
gis::Geometry shape_of_estate(const Estate& estate);

} // namespace fieldgap
