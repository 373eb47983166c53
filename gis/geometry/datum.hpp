#pragma once
// The shifted coordinates of Chinese web maps, undone.

#include "gis/geometry/shapes.hpp"

namespace gis {

/// WGS 84 degrees to GCJ-02 and BD-09 degrees (formula: docs/standards.md 5.2; outside China unchanged).
Point gcj02_of(Point wgs84);
Point bd09_of(Point wgs84);

/// Back to WGS 84 by iteration, to better than 1e-9 degrees.
Point wgs84_from_gcj02(Point gcj02);
Point wgs84_from_bd09(Point bd09);

} // namespace gis
