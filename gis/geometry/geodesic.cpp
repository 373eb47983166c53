#include "gis/geometry/geodesic.hpp"

#include <cmath>

namespace gis {

double geodesic_length_m(const Point& a, const Point& b)
{
    constexpr double radians = 3.14159265358979323846 / 180.0;
    constexpr double semi_major_m = 6378137.0;
    constexpr double flattening = 1.0 / 298.257223563;
    constexpr double e2 = flattening * (2.0 - flattening);

    // Gauss' mid-latitude method, first order: radii of curvature in the meridian and the prime vertical.
    const double middle = (a.y + b.y) * 0.5 * radians;
    const double sine = std::sin(middle);
    const double w2 = 1.0 - e2 * sine * sine;
    const double prime_vertical_m = semi_major_m / std::sqrt(w2);
    const double meridian_m = prime_vertical_m * (1.0 - e2) / w2;
    const double north_m = (b.y - a.y) * radians * meridian_m;
    const double east_m = std::remainder(b.x - a.x, 360.0) * radians * prime_vertical_m * std::cos(middle);
    return std::sqrt(north_m * north_m + east_m * east_m);
}

} // namespace gis
