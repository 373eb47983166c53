#pragma once
// Geometry of a GeoPackage as the page wants it: whole numbers in JSON.

#include "gis/geometry/shapes.hpp"
#include "gis/io/crs/crs.hpp"
#include "gis/io/merging/geometry_in.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fieldgap {

/// A point becomes [x,y]; a line or several a list of runs; areas a list of polygons, each a list of rings. A run is x,y of its first
/// point, then the differences from each point to the next, in units of a degree. Of several points the first stands for all.
class PageShapes
{
public:
    /// `to_degrees`: null where the coordinates are degrees. `thinned_m`: see PageLayer.
    PageShapes(gis::CrsTransformation to_degrees, double units_per_degree, double thinned_m);

    /// `null` for an empty geometry; nothing where the bytes are damaged.
    std::optional<std::string> operator()(std::span<const unsigned char> geometry);

private:
    std::string runs(const gis::MultiLine& lines) const;
    std::string areas(const gis::MultiPolygon& ground) const;
    std::string run(std::vector<gis::Point> points, bool is_line) const;
    std::vector<gis::Point> with_fewer_points(const std::vector<gis::Point>& degrees) const;

    gis::GeometryIn geometry_in_;
    double units_per_degree_;
    double thinned_m_;
};

} // namespace fieldgap
