#pragma once
// Geometry as a GeoPackage keeps it, taken out as points, lines and grounds.

#include "gis/geometry/shapes.hpp"
#include "gis/io/merging/geometry_move.hpp"

#include <optional>
#include <span>
#include <vector>

namespace gis {

class GeometryIn
{
public:
    /// `to_degrees`: null where the coordinates are degrees.
    explicit GeometryIn(CrsTransformation to_degrees);

    /// In degrees; of several points, or of a collection, the first. `monostate` for NULL and empty geometry, and for what is neither
    /// point, line nor ground. Nothing where the bytes are damaged.
    std::optional<Geometry> operator()(std::span<const unsigned char> bytes);

private:
    class Walk;

    GeometryMove move_;
    std::vector<unsigned char> bytes_; ///< of the geometry at hand
};

} // namespace gis
