#include "gis/geometry/helmert.hpp"

#include <cmath>
#include <numbers>

namespace gis {

Point transformed(const Helmert& helmert, const Point& local)
{
    const double angle = helmert.rotation_deg * std::numbers::pi / 180.0;
    const double cosine = helmert.scale * std::cos(angle);
    const double sine = helmert.scale * std::sin(angle);
    return {helmert.east_m + local.x * cosine - local.y * sine, helmert.north_m + local.y * cosine + local.x * sine};
}

} // namespace gis
