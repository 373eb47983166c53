#pragma once
// Polygons to be asked what lies in them, in metres that are good enough for guessing.

#include "gis/geometry/index.hpp"
#include "gis/geometry/shapes.hpp"

#include <vector>

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

class GroundIndex
{
public:
    /// In metres.
    explicit GroundIndex(std::vector<gis::MultiPolygon> grounds);

    std::size_t size() const { return grounds_.size(); }
    const gis::MultiPolygon& operator[](std::size_t position) const { return grounds_[position]; }

    /// Positions of those that hold the point, ascending.
    std::vector<std::uint32_t> holding(const gis::Point& point) const;
    bool has_outline_near(const gis::Point& point, double within_m) const;

    double median_area_m2() const;

private:
    std::vector<gis::MultiPolygon> grounds_;
    gis::BoxIndex index_;
};

/// Of the outer rings less the holes.
double rough_area_m2(const gis::MultiPolygon& ground);

} // namespace fieldgap
