#pragma once
// GEOS for the .cpp files of this room: a context for each thread, handles that clean up, and an end that was asked for heard inside GEOS.

#include "gis/geometry/shapes.hpp"

#include <memory>
#include <span>
#include <string>

struct GEOSContextHandle_HS;
struct GEOSGeom_t;

namespace gis::geos {

/// That of this thread.
GEOSContextHandle_HS* context();

struct Destroy
{
    void operator()(GEOSGeom_t* geometry) const;
};
using Handle = std::unique_ptr<GEOSGeom_t, Destroy>;

/// What GEOS made. Nothing is an Error in GEOS' words, or Interrupted where GEOS broke off because an end was asked for.
Handle checked(GEOSGeom_t* geometry);

/// The ring must be one (`is_ring`).
Handle polygon_handle(const Polygon& polygon);

/// Polygons whose outer ring is none are left out. One polygon stays a polygon; several are a multipolygon.
Handle ground_handle(const MultiPolygon& ground);

/// A collection, not a multipolygon: its members may overlap.
Handle heap_handle(std::span<const MultiPolygon> grounds);

/// Lines of at least two points.
Handle lines_handle(std::span<const Line> lines);

/// Only polygons: what two grounds share along a line or at a point is no ground.
MultiPolygon ground_of(const GEOSGeom_t* geometry);

} // namespace gis::geos
