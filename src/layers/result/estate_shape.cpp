#include "layers/result/estate_shape.hpp"

#include <cmath>
#include <numbers>

namespace fieldgap {

gis::MultiPolygon circle_around(const gis::Point& at)
{
    constexpr double radius_m = 25.0;
    constexpr int corners = 32;
    gis::Ring ring;
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * (i % corners) / corners;
        ring.push_back({at.x + radius_m * std::cos(angle), at.y + radius_m * std::sin(angle)});
    }
    return {{ring, {}}};
}

gis::Geometry shape_of_estate(const Estate& estate)
{
    if (!estate.ground.empty()) {
        return estate.ground;
    }
    return estate.at ? gis::Geometry(circle_around(*estate.at)) : gis::Geometry();
}

} // namespace fieldgap
