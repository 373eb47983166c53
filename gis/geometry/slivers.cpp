#include "gis/geometry/slivers.hpp"

#include "gis/geometry/overlay.hpp"

namespace gis {
namespace {

constexpr double min_m2 = 1.0;
constexpr double min_width_m = 0.1;

double length_m(const Ring& ring)
{
    double sum_m = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        sum_m += distance_m(ring[i - 1], ring[i]);
    }
    return sum_m;
}

bool is_thin(const Polygon& part, double m2)
{
    double around_m = length_m(part.outer);
    for (const Ring& hole : part.holes) {
        around_m += length_m(hole);
    }
    return 2.0 * m2 < min_width_m * around_m;
}

} // namespace

Slivers slivers_of(const MultiPolygon& ground)
{
    Slivers slivers;
    for (const Polygon& part : ground) {
        const double m2 = area({part}).square_metres();
        if (m2 < min_m2 || is_thin(part, m2)) {
            ++slivers.parts;
            slivers.m2 += m2;
        }
    }
    slivers.all = !ground.empty() && slivers.parts == ground.size();
    return slivers;
}

} // namespace gis
