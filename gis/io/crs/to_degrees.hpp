#pragma once
// Coordinates as written in a file, taken to WGS 84 degrees.

#include "gis/geometry/shapes.hpp"
#include "gis/io/crs/crs.hpp"
#include "gis/io/crs/source_crs.hpp"

#include <span>
#include <string>
#include <vector>

class OGRSpatialReference;

namespace gis {

struct ReadGeometry
{
    Geometry geometry;   ///< monostate where nothing could be kept
    std::string problem; ///< as VectorFeature::geometry_problem
};

/// Takes coordinates of a layer to WGS 84 degrees.
class ToDegrees
{
public:
    /// `from` is the CRS (that of the reading is not looked at) and may be null: the coordinates are degrees then.
    ToDegrees(const OGRSpatialReference* from, const SourceCrs& reading);

    /// In place. What ends nowhere on the globe becomes `not_finite`.
    void operator()(ReadGeometry& read);

    /// In place; for each point whether it has a place on the globe.
    std::vector<char> operator()(std::span<Point> points);

private:
    void to_crs(std::span<Point> points) const;
    void project(std::span<Point> points);

    CrsTransformation transformation_;
    SourceCrs reading_;
    std::vector<Point> points_;
    std::vector<double> xs_;
    std::vector<double> ys_;
};

} // namespace gis
