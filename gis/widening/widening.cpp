#include "gis/widening/widening.hpp"

#include "gis/geometry/overlay.hpp"
#include "gis/widening/ring_chain.hpp"

namespace gis {
namespace {

/// Places that coincide are shaken alike, so rings stay closed.
MultiPolygon shaken(MultiPolygon ground, const Capsules& capsules)
{
    const auto shake = [&](Ring& ring) {
        for (Point& corner : ring) {
            corner = capsules.shaken(corner);
        }
    };
    for (Polygon& polygon : ground) {
        shake(polygon.outer);
        for (Ring& hole : polygon.holes) {
            shake(hole);
        }
    }
    return ground;
}

} // namespace

MultiPolygon Widening::widened(std::span<const Line> lines, const MultiPolygon& ground, double by_m)
{
    capsules_.assign(lines, by_m);
    if (capsules_.discs().empty()) {
        return ground;
    }
    const GroundRows rows(shaken(ground, capsules_), by_m);
    const auto pieces = OuterBoundary(capsules_, rows).pieces();
    if (auto made = ground_within(pieces, capsules_)) {
        return std::move(*made);
    }
    const MultiPolygon parts[] = {within_distance(lines, by_m), ground};
    return united(parts);
}

} // namespace gis
