#pragma once
// OGR geometry of any kind as plain points, lines and polygons in degrees.

#include "gis/geometry/shapes.hpp"
#include "gis/io/crs.hpp"
#include "gis/io/vector_layer.hpp"

#include <span>
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

/// Takes coordinates of a layer to WGS 84 degrees.
class ToDegrees
{
public:
    /// `from` is the CRS (that of the reading is not looked at) and may be null: the coordinates are degrees then.
    ToDegrees(const OGRSpatialReference* from, const CoordinateReading& reading);

    /// In place. What ends nowhere on the globe becomes `not_finite`.
    void operator()(ReadGeometry& read);

    /// In place; for each point whether it has a place on the globe.
    std::vector<char> operator()(std::span<Point> points);

private:
    void to_crs(std::span<Point> points) const;
    void project(std::span<Point> points);

    CrsTransformation transformation_;
    CoordinateReading reading_;
    std::vector<Point> points_;
    std::vector<double> xs_;
    std::vector<double> ys_;
};

} // namespace gis
