#pragma once
// Every line and ring of a geometry.

#include "gis/geometry/shapes.hpp"

#include <variant>

namespace gis {

/// Calls `visit(std::vector<Point>&)` for each line, or each outer ring followed by its holes; not at all for points.
template <class Visit>
void for_each_path(Geometry& geometry, const Visit& visit)
{
    if (auto* lines = std::get_if<MultiLine>(&geometry)) {
        for (Line& line : *lines) {
            visit(line);
        }
    } else if (auto* polygons = std::get_if<MultiPolygon>(&geometry)) {
        for (Polygon& polygon : *polygons) {
            visit(polygon.outer);
            for (Ring& hole : polygon.holes) {
                visit(hole);
            }
        }
    }
}

} // namespace gis
