#pragma once
// Datums: the shifted coordinates of Chinese web maps, undone, and those that PROJ cannot take to WGS 84.

#include "gis/geometry/shapes.hpp"

#include <optional>
#include <string>

namespace gis {

/// Where these maps are shifted in earnest (the formulas move whatever lies in a box from Almaty to Osaka): China without Hong Kong, Macau
/// and Taiwan, to some 30 km, along Hong Kong to 1 km.
bool is_in_mainland_china(Point degrees);

/// WGS 84 degrees to GCJ-02 and BD-09 degrees (formula: docs/standards.md 5.2; outside China unchanged).
Point gcj02_of(Point wgs84);
Point bd09_of(Point wgs84);

/// Back to WGS 84 by iteration, to better than 1e-9 degrees.
Point wgs84_from_gcj02(Point gcj02);
Point wgs84_from_bd09(Point bd09);

/// The name of the datum of a CRS (WKT or a code) from which PROJ knows no transformation to WGS 84 for this place, so that it takes the
/// degrees of the one for those of the other. Nothing where it knows one, and for datums on the ellipsoid of GRS 1980 or WGS 84: these lie
/// within a metre or so.
std::optional<std::string> datum_without_transformation(const std::string& crs, const Point& degrees);

} // namespace gis
