#pragma once

#include "gis/geometry/shapes.hpp"

namespace gis {

struct OnSegment
{
    Point at;
    double squared_m2 = 0.0;
};

/// The point of the segment from `a` to `b` that is nearest to `p`. The ends themselves are answered to the last bit, so that segments
/// that meet in them are equally far.
inline OnSegment nearest_on_segment(const Point& p, const Point& a, const Point& b)
{
    const double along_x = b.x - a.x;
    const double along_y = b.y - a.y;
    const double length2 = along_x * along_x + along_y * along_y;
    const double dot = (p.x - a.x) * along_x + (p.y - a.y) * along_y;
    Point at = a;
    if (dot >= length2 && length2 > 0.0) {
        at = b;
    } else if (dot > 0.0 && length2 > 0.0) {
        at = {a.x + along_x * (dot / length2), a.y + along_y * (dot / length2)};
    }
    return {at, (p.x - at.x) * (p.x - at.x) + (p.y - at.y) * (p.y - at.y)};
}

} // namespace gis
