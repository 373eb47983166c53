#pragma once
// Metres that are good enough for guessing.

#include "gis/geometry/index.hpp"

namespace fieldgap {

/// Degrees as metres around a latitude: right to a few per cent within a city.
class RoughMetres
{
public:
    explicit RoughMetres(double latitude);

    gis::Point operator()(const gis::Point& degrees) const;
    gis::MultiPolygon operator()(const gis::MultiPolygon& degrees) const;

private:
    double m_per_degree_east_;
};

/// Of the outer rings less the holes.
double rough_area_m2(const gis::MultiPolygon& ground);

/// 0 of none.
double median_area_m2(const gis::PolygonIndex& grounds);

} // namespace fieldgap
