#pragma once
// Geometry of the CityPlane as OGR geometry of a file.

#include "gis/geometry/plane.hpp"
#include "gis/geometry/shapes.hpp"
#include "gis/io/crs/crs.hpp"
#include "gis/io/geopackage/geopackage.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

class OGRGeometry;
class OGRLinearRing;
class OGRSimpleCurve;

namespace gis {

struct OgrGeometryDelete
{
    void operator()(OGRGeometry* geometry) const;
};
using OgrGeometry = std::unique_ptr<OGRGeometry, OgrGeometryDelete>;

/// Takes geometry from the plane to one CRS; all points of a geometry in one go. A place is nowhere in the CRS where the projection fails
/// or gives what is no place on earth: not finite, further off than the earth is long, or another place when it is taken back.
class GeometryOut
{
public:
    /// Throws UsageError where `crs` names no system for a map on earth.
    GeometryOut(const CityPlane& plane, const std::string& crs);

    const OGRSpatialReference& crs() const { return *crs_; }

    /// Null for an absent geometry and for one with a point that is nowhere in the CRS. The kind must fit `layer`
    /// (std::logic_error); parts of a line in a line layer are joined in their order. `box` grows by it, in the CRS.
    OgrGeometry operator()(const Geometry& metres, LayerGeometry layer, Box& box);

    /// The first point of a geometry that is nowhere in the CRS, in degrees; nothing where all of it has its place.
    std::optional<Point> without_place(const Geometry& metres);

private:
    void collect(const Geometry& metres);
    void collect(const std::vector<Point>& points);
    std::optional<std::size_t> project();
    std::optional<std::size_t> first_not_on_earth() const;
    std::optional<std::size_t> first_that_does_not_return();
    bool is_in_area_of_use(const Point& degrees) const;
    OgrGeometry built(const Geometry& shape, LayerGeometry layer);
    OgrGeometry line(const MultiLine& lines, LayerGeometry layer);
    OgrGeometry ground(const MultiPolygon& polygons, LayerGeometry layer);
    OgrGeometry polygon(const Polygon& shape);
    void take(OGRSimpleCurve& curve, std::size_t count);

    CityPlane plane_;
    Crs crs_;
    CrsTransformation transformation_; ///< null where the target has WGS 84 degrees
    CrsTransformation back_;           ///< made when it is first needed
    std::optional<Box> area_of_use_;   ///< in degrees; to its east of 180 degrees it may end in the west
    double farthest_;                  ///< in the CRS's unit
    std::vector<Point> points_;        ///< of the geometry at hand, in degrees once it is projected
    std::vector<double> xs_;
    std::vector<double> ys_;
    std::size_t next_ = 0; ///< of the projected points, the first not yet built in
};

} // namespace gis
