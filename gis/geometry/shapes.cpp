#include "gis/geometry/shapes.hpp"

namespace gis {

Box bounds(const Polygon& polygon)
{
    Box box;
    for (const Point& point : polygon.outer) {
        box.add(point);
    }
    return box;
}

Box bounds(const MultiPolygon& ground)
{
    Box box;
    for (const Polygon& polygon : ground) {
        box.add(bounds(polygon));
    }
    return box;
}

Box bounds(const Geometry& geometry)
{
    Box box;
    if (const auto* point = std::get_if<Point>(&geometry)) {
        box.add(*point);
    } else if (const auto* lines = std::get_if<MultiLine>(&geometry)) {
        for (const Line& line : *lines) {
            for (const Point& vertex : line) {
                box.add(vertex);
            }
        }
    } else if (const auto* ground = std::get_if<MultiPolygon>(&geometry)) {
        box = bounds(*ground);
    }
    return box;
}

} // namespace gis
