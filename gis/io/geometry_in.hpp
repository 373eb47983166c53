#pragma once
// OGR geometry of any kind as plain points, lines and polygons in degrees.

#include "gis/geometry/shapes.hpp"
#include "gis/io/crs.hpp"
#include "gis/io/vector_layer.hpp"

#include <string>
#include <vector>

class OGRGeometry;

namespace gis {

struct ReadGeometry
{
    Geometry geometry;   ///< monostate where nothing could be kept
    std::string problem; ///< as VectorFeature::geometry_problem
};

/// The geometry in its own coordinates. Z and M go silently, curves become lines (`curve`), of a collection the polygons are kept, else
/// its lines, else its first point (`collection`), of a multipoint the first (`multipoint`). Rings are closed; those of fewer than
/// three points are left out. Nothing is repaired. Null is `empty`.
ReadGeometry read_geometry(const OGRGeometry* geometry);

/// Takes geometry from a layer's coordinates to WGS 84 degrees.
class ToDegrees
{
public:
    /// `from` may be null: the coordinates are degrees then. `datum` is undone in degrees.
    ToDegrees(const OGRSpatialReference* from, WebDatum datum);

    /// In place. What ends nowhere on the globe becomes `not_finite`.
    void operator()(ReadGeometry& read);

private:
    bool moved(std::vector<Point*>& points);

    CrsTransformation transformation_;
    WebDatum datum_;
    std::vector<Point*> points_;
    std::vector<double> xs_;
    std::vector<double> ys_;
};

} // namespace gis
