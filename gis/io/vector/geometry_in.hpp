#pragma once
// OGR geometry of any kind as plain points, lines and polygons in degrees.

#include "gis/io/crs/to_degrees.hpp"

class OGRGeometry;

namespace gis {

/// The geometry in its own coordinates. Z and M go silently, curves become lines (`curve`), of a collection the polygons are kept, else
/// its lines, else its first point (`collection`), of a multipoint the first (`multipoint`). Rings are closed; those of fewer than
/// three points are left out. Nothing is repaired. Null is `empty`.
ReadGeometry read_geometry(const OGRGeometry* geometry);

} // namespace gis
