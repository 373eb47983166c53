#pragma once
// Ground: polygons in the CityPlane, what they share and what they leave. GEOS works behind these functions.
// Inputs must be valid (see `repaired`); results hold only polygons (touching lines and points are dropped) and are empty where nothing is
// left.

#include "gis/geometry/shapes.hpp"
#include "gis/units.hpp"

#include <span>
#include <string>

namespace gis {

/// Area on the ellipsoid of polygons in the CityPlane (holes subtracted, empty is zero). Polygons must not overlap each other.
SquareMetres area(const MultiPolygon& ground);

MultiPolygon united(std::span<const MultiPolygon> grounds);
MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b);
MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b);

/// All that lies within `by_m` of the lines; arcs are chords of an eighth of a quarter circle.
MultiPolygon within_distance(std::span<const Line> lines, double by_m);

struct Repair
{
    MultiPolygon ground; ///< empty when nothing could be saved
    bool was_invalid = false;
    std::string reason;    ///< in GEOS' words, empty for a valid polygon
    double drawn_m2 = 0.0; ///< by the shoelace of the rings as drawn, each taken positive: outer ones less holes. Lobes of a bow tie cancel
};

/// The polygon made valid by the structure rule: holes stay holes, the lobes of a bow tie become its parts, parts of one ground that
/// overlap count once. A ring that lies around its polygon's outer one is the outer one. Rings are oriented (outer counter-clockwise).
/// Non-finite coordinates leave nothing.
Repair repaired(const MultiPolygon& ground);

/// A point inside, of the largest polygon. `ground` must not be empty.
Point inner_point(const MultiPolygon& ground);

bool contains(const Polygon& polygon, const Point& point);
bool contains(const MultiPolygon& ground, const Point& point);

/// Metres from a point to the nearest ring (0 on it, positive inside too). Infinity for no ground.
double distance_to_outline_m(const Polygon& polygon, const Point& point);
double distance_to_outline_m(const MultiPolygon& ground, const Point& point);

/// True where two polygons overlap, or their outlines come within `tolerance_m`.
bool is_within(const Polygon& a, const Polygon& b, double tolerance_m);

} // namespace gis
