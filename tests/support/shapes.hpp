#pragma once
// Shapes for tests: rectangles that can be read, and random ground that is valid by construction.

#include "gis/geometry/shapes.hpp"

#include <cmath>
#include <random>

namespace shapes {

inline gis::Ring rectangle_ring(double min_x, double min_y, double max_x, double max_y)
{
    return {{min_x, min_y}, {max_x, min_y}, {max_x, max_y}, {min_x, max_y}, {min_x, min_y}};
}

inline gis::MultiPolygon rectangle(double min_x, double min_y, double max_x, double max_y)
{
    return {gis::Polygon{rectangle_ring(min_x, min_y, max_x, max_y), {}}};
}

/// Corners at `count` equal angles round the centre, each between half and the whole of `radius` away: never crosses itself.
inline gis::Ring random_star(std::mt19937_64& random, gis::Point centre, double radius, int count)
{
    std::uniform_real_distribution<double> share(0.5, 1.0);
    gis::Ring ring;
    for (int i = 0; i < count; ++i) {
        const double angle = 2.0 * 3.14159265358979323846 * i / count;
        const double away = radius * share(random);
        ring.push_back({centre.x + away * std::cos(angle), centre.y + away * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// A star with a star-shaped hole in it.
inline gis::MultiPolygon random_ground(std::mt19937_64& random, double spread, double radius)
{
    std::uniform_real_distribution<double> along(-spread, spread);
    const double x = along(random);
    const gis::Point centre = {x, along(random)};
    return {gis::Polygon{random_star(random, centre, radius, 17), {random_star(random, centre, radius * 0.3, 7)}}};
}

} // namespace shapes
