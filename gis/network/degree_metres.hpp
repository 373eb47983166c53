#pragma once
// Lengths and places of very many street points at once.

#include "gis/geometry/plane.hpp"

#include <vector>

namespace gis {

/// `geodesic_length_m` from a table of the metres in a degree, every hundredth of a degree of latitude: ten times as fast, and within
/// 1e-7 of it up to 85 degrees of latitude.
class DegreeMetres
{
public:
    DegreeMetres();

    double length_m(const Point& a, const Point& b) const;

private:
    struct Metres
    {
        double north = 0.0; ///< in a degree of latitude
        double east = 0.0;  ///< in a degree of longitude
    };
    std::vector<Metres> at_latitude_;
};

/// The same as `plane.to_plane`, to better than 0.1 mm: where points are dense, PROJ places a grid of them every hundredth of a degree and
/// a parabola each way through nine of the grid's points places the others.
void to_plane_in_bulk(std::vector<Point>& degrees, const CityPlane& plane);

} // namespace gis
