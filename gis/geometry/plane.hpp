#pragma once
// The one plane in which a city lives.

#include "gis/geometry/shapes.hpp"

#include <memory>
#include <span>

namespace gis {

/// Local equal-area plane in metres: Lambert azimuthal equal-area on the WGS 84 ellipsoid, centred at a point given in degrees.
/// Areas are ellipsoidal areas (better than 1e-6 up to 100 km from the centre); lengths are true to 5e-5 up to 100 km.
/// CGCS2000 degrees are taken as WGS 84 degrees (they agree to well under a metre). Not safe to use from two threads at once.
class CityPlane
{
public:
    /// `centre` in degrees; must be finite.
    explicit CityPlane(Point centre);
    ~CityPlane();
    CityPlane(const CityPlane&) = delete;
    CityPlane& operator=(const CityPlane&) = delete;
    CityPlane(CityPlane&&) noexcept;
    CityPlane& operator=(CityPlane&&) noexcept;

    Point centre() const { return centre_; }

    /// Degrees to metres and back, in place.
    void to_plane(std::span<Point> points) const;
    void to_degrees(std::span<Point> points) const;

    Point to_plane(Point degrees) const;
    Point to_degrees(Point metres) const;
    Geometry to_plane(Geometry degrees) const;
    Geometry to_degrees(Geometry metres) const;
    MultiPolygon to_plane(MultiPolygon degrees) const;
    MultiPolygon to_degrees(MultiPolygon metres) const;

private:
    struct Projection;
    Point centre_;
    std::unique_ptr<Projection> projection_;
};

} // namespace gis
