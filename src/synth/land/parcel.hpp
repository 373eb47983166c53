#pragma once
// A piece of ground beside a street, before anything stands on it. Metres in the CityPlane.

#include "gis/geometry/shapes.hpp"

#include <array>
#include <string>

namespace fieldgap {

/// A convex quadrilateral, counter-clockwise. The edge from corner 0 to corner 1 is its front on the street.
struct Parcel
{
    std::array<gis::Point, 4> corner{};
    bool side_street = false; ///< the edge from corner 3 to corner 0 lies on a street too
    double centrality = 0.0;  ///< 0 in the middle of the city, 1 at its edge
    std::string place_name;   ///< the name of a street or quarter here, for names of things
};

/// To the millimetre: the finest that the files keep.
gis::Point rounded(const gis::Point& point);

/// The point at shares 0..1 of the width (along the front) and the depth.
gis::Point point_in(const Parcel& parcel, double u, double v);

/// The part between two shares of the width and two of the depth. It keeps its side street only if it begins at the left edge.
Parcel part_of(const Parcel& parcel, double u0, double u1, double v0, double v1);

/// Mean lengths of the opposite sides.
double width_m(const Parcel& parcel);
double depth_m(const Parcel& parcel);
/// By the plane's coordinates.
double area_m2(const Parcel& parcel);

gis::Box box_of(const Parcel& parcel);

/// True where two parcels overlap or come closer than about `gap_m`.
bool meet(const Parcel& a, const Parcel& b, double gap_m);

/// True where a straight piece of street crosses the parcel or lies in it.
bool crosses(const Parcel& parcel, const gis::Point& from, const gis::Point& to);

/// Closed and rounded.
gis::Ring ring_of(const std::vector<gis::Point>& corners);
gis::MultiPolygon ground_of(const Parcel& parcel);

} // namespace fieldgap
