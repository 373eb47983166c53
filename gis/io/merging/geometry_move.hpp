#pragma once
// Geometry as a GeoPackage keeps it, taken to another coordinate system byte for byte.

#include "gis/geometry/shapes.hpp"
#include "gis/io/crs/crs.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace gis {

/// Flat geometry, least significant byte first, as this program writes it; anything else counts as damaged.
class GeometryMove
{
public:
    /// `transformation`: null where the coordinates stay as they are. `srs_id`: the number of the other system in the file.
    GeometryMove(CrsTransformation transformation, std::int32_t srs_id);

    /// In place; the box in the other system (empty for an empty geometry). Nothing where the bytes are damaged, or where a point has no
    /// place in the other system.
    std::optional<Box> operator()(std::vector<unsigned char>& bytes);

private:
    bool transform();
    Box put_back(std::vector<unsigned char>& bytes, std::size_t begin) const;

    /// Where points lie behind one another in the bytes.
    struct Run
    {
        std::size_t offset;
        std::size_t count;
    };
    struct Walk;

    CrsTransformation transformation_;
    std::int32_t srs_id_;
    std::vector<Run> runs_; ///< of the geometry at hand
    std::vector<double> xs_;
    std::vector<double> ys_;
};

} // namespace gis
