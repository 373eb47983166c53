#pragma once
// What can be said of rings without an overlay. All take the CityPlane.

#include "gis/geometry/shapes.hpp"

namespace gis {

/// Closed, of at least four points.
bool is_ring(const Ring& ring);

/// By the shoelace; positive where the ring runs counter-clockwise, 0 for no points.
double signed_ring_area_m2(const Ring& ring);

/// Metres to the nearest edge; infinity for no ring.
double distance_to_ring_m(const Ring& ring, const Point& p);

/// By crossings; for points on the ring either answer may come.
bool is_inside_ring(const Ring& ring, const Point& p);

/// True only where the ring surely neither crosses nor touches itself, in about n log n; false says nothing. For rings of very many points,
/// where asking GEOS takes seconds.
bool is_surely_simple(const Ring& ring);

/// Rings in the wrong order: the largest of a polygon becomes its outer one if it lies around that. True where anything changed.
bool put_outer_rings_first(MultiPolygon& ground);

/// Drops holes beside their polygon: they cut nothing, and making valid would turn them into ground.
void drop_holes_outside(MultiPolygon& ground);

} // namespace gis
