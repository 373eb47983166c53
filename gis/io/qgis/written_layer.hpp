#pragma once
// A layer as it stands in the file that a project shows.

#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace gis {

enum class LayerGeometry : std::uint8_t { none, point, line, multi_polygon, point_or_line, any };

/// `box` is in the layer's CRS.
struct WrittenLayer
{
    std::string name;
    LayerGeometry geometry = LayerGeometry::none;
    Box box;
    std::vector<std::string> columns;
};

} // namespace gis
