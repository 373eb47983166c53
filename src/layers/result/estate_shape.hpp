#pragma once
// How an estate is drawn, and any place without ground.

#include "domain/city/city.hpp"
#include "gis/geometry/shapes.hpp"

namespace fieldgap {

/// A circle of 25 m: small beside a block, large enough to be seen and clicked.
gis::MultiPolygon circle_around(const gis::Point& at);

/// Its ground, or a circle around its point. Empty without a place.
gis::Geometry shape_of_estate(const Estate& estate);

} // namespace fieldgap
