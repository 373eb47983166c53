#include "gis/geometry/shortest_line.hpp"

#include "gis/geometry/geos.hpp"
#include "gis/interrupt.hpp"

#include <geos_c.h>

#include <algorithm>
#include <memory>

namespace gis {
namespace {

using geos::checked;
using geos::context;
using geos::Handle;
using geos::polygon_handle;

struct DestroyPoints
{
    void operator()(GEOSCoordSequence* points) const { GEOSCoordSeq_destroy_r(context(), points); }
};
using Points = std::unique_ptr<GEOSCoordSequence, DestroyPoints>;

struct DestroyPrepared
{
    void operator()(const GEOSPreparedGeometry* prepared) const { GEOSPreparedGeom_destroy_r(context(), prepared); }
};
using Prepared = std::unique_ptr<const GEOSPreparedGeometry, DestroyPrepared>;

Line line_of(const Points& points)
{
    throw_if_interrupted(); // else what was broken off looks like an empty ground
    Line line(2);
    for (unsigned i = 0; points && i < 2; ++i) {
        GEOSCoordSeq_getXY_r(context(), points.get(), i, &line[i].x, &line[i].y);
    }
    return line;
}

/// GEOS compares each segment with each, unless it is told to build an index first.
bool pays_to_prepare(const Polygon& a, const Polygon& b)
{
    constexpr std::size_t max_comparisons = 1'000'000;
    return a.outer.size() * b.outer.size() > max_comparisons;
}

/// The index knows outlines, not what lies inside them.
Line line_by_index(const GEOSGeometry* a, const GEOSGeometry* b)
{
    const Prepared prepared(GEOSPrepare_r(context(), a));
    if (prepared && GEOSPreparedIntersects_r(context(), prepared.get(), b) == 1) {
        const Handle common = checked(GEOSIntersection_r(context(), a, b));
        const Handle point = checked(GEOSPointOnSurface_r(context(), common.get()));
        Point at;
        GEOSGeomGetX_r(context(), point.get(), &at.x);
        GEOSGeomGetY_r(context(), point.get(), &at.y);
        return {at, at};
    }
    return line_of(Points(prepared ? GEOSPreparedNearestPoints_r(context(), prepared.get(), b) : nullptr));
}

} // namespace

Line shortest_line(const Polygon& a, const Polygon& b)
{
    const Handle one = polygon_handle(a);
    const Handle other = polygon_handle(b);
    return pays_to_prepare(a, b) ? line_by_index(one.get(), other.get())
                                 : line_of(Points(GEOSNearestPoints_r(context(), one.get(), other.get())));
}

Line shortest_line(const Polygon& a, const Point& b)
{
    const Handle ground = polygon_handle(a);
    const Handle point(GEOSGeom_createPointFromXY_r(context(), b.x, b.y));
    return line_of(Points(GEOSNearestPoints_r(context(), ground.get(), point.get())));
}

Line shortest_line(const Point& a, const Polygon& b)
{
    Line line = shortest_line(b, a);
    std::reverse(line.begin(), line.end());
    return line;
}

} // namespace gis
