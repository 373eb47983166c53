#pragma once
// In which coordinate system a map of a city is shown and printed true to scale.

#include "gis/geometry/shapes.hpp"
#include "gis/io/crs/crs.hpp"

namespace gis {

/// That of the layers where it is in metres or the view is wider than a zone; else the zone in which the middle of the view lies: degrees
/// would be drawn as if all were equally long. Zones of three degrees for CGCS2000, UTM for the rest.
Crs map_crs(const OGRSpatialReference& layers, const Box& view);

/// What holds the box in another system; the box itself where there is no way from one to the other.
Box box_in(const OGRSpatialReference& from, const OGRSpatialReference& to, const Box& box);

} // namespace gis
