#pragma once

#include "gis/geometry/shapes.hpp"

namespace gis {

/// Metres between two points in degrees along the WGS 84 ellipsoid. For the short segments of a street: with the radii of
/// curvature at the middle latitude it is within 1e-6 of the geodesic up to 5 km (outside the last degree at the poles).
double geodesic_length_m(const Point& a, const Point& b);

} // namespace gis
