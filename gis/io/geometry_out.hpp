#pragma once
// Geometry of the CityPlane as OGR geometry of a file.

#include "gis/geometry/plane.hpp"
#include "gis/geometry/shapes.hpp"
#include "gis/io/crs.hpp"
#include "gis/io/geopackage.hpp"

#include <memory>
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

/// Takes geometry from the plane to one CRS; all points of a geometry in one go.
class GeometryOut
{
public:
    GeometryOut(const CityPlane& plane, Crs target);

    const OGRSpatialReference& crs() const { return *crs_; }

    /// Null for an absent geometry and for one with a point that is nowhere in the CRS. The kind must fit `layer`
    /// (std::logic_error); parts of a line in a line layer are joined in their order. `box` grows by it, in the CRS.
    OgrGeometry operator()(const Geometry& metres, LayerGeometry layer, Box& box);

private:
    void collect(const Geometry& metres);
    void collect(const std::vector<Point>& points);
    bool project();
    OgrGeometry built(const Geometry& shape, LayerGeometry layer);
    OgrGeometry line(const MultiLine& lines, LayerGeometry layer);
    OgrGeometry ground(const MultiPolygon& polygons, LayerGeometry layer);
    OgrGeometry polygon(const Polygon& shape);
    void take(OGRSimpleCurve& curve, std::size_t count);

    CityPlane plane_;
    Crs crs_;
    CrsTransformation transformation_; ///< null where the target has WGS 84 degrees
    std::vector<Point> points_;
    std::vector<double> xs_;
    std::vector<double> ys_;
    std::size_t next_ = 0; ///< of the projected points, the first not yet built in
};

} // namespace gis
