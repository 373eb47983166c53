#include "gis/geometry/outline.hpp"

#include "gis/geometry/geos.hpp"
#include "gis/interrupt.hpp"

#include <geos_c.h>

#include <algorithm>
#include <memory>

namespace gis {
namespace {

constexpr int few_steps = 16;
constexpr std::size_t few_segments = 32;

/// Equal steps from `a` up to, and without, `b`.
struct Steps
{
    Point a;
    Point b;
    int count = 1;

    Steps(const Point& from, const Point& to, double step_m)
        : a(from), b(to), count(std::max(static_cast<int>(std::ceil(distance_m(from, to) / step_m)), 1))
    {
    }

    Point at(int step) const
    {
        const double along = static_cast<double>(step) / count;
        return {a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)};
    }
};

class OutlineVisit
{
public:
    OutlineVisit(const Ring& ring, double step_m, const std::function<bool(const Box&)>& is_wanted,
                 const std::function<void(const Point&)>& visit)
        : ring_(ring), step_m_(step_m), is_wanted_(is_wanted), visit_(visit)
    {
    }

    /// The segments that end in the vertices `first` to `last` - 1.
    void segments(std::size_t first, std::size_t last) const
    {
        throw_if_interrupted();
        Box box;
        for (std::size_t i = first - 1; i < last; ++i) {
            box.add(ring_[i]);
        }
        if (!is_wanted_(box)) {
            return;
        }
        if (last - first > few_segments) {
            const std::size_t middle = first + (last - first) / 2;
            segments(first, middle);
            segments(middle, last);
            return;
        }
        for (std::size_t i = first; i < last; ++i) {
            const Steps all(ring_[i - 1], ring_[i], step_m_);
            steps(all, 0, all.count);
        }
    }

private:
    /// A sum rounds the same way wherever it stands, so all steps lie in the box of the first and the last.
    void steps(const Steps& all, int first, int last) const
    {
        if (last - first <= few_steps) {
            for (int step = first; step < last; ++step) {
                visit_(all.at(step));
            }
            return;
        }
        Box box;
        box.add(all.at(first));
        box.add(all.at(last - 1));
        if (is_wanted_(box)) {
            const int middle = first + (last - first) / 2;
            steps(all, first, middle);
            steps(all, middle, last);
        }
    }

    const Ring& ring_;
    double step_m_;
    const std::function<bool(const Box&)>& is_wanted_;
    const std::function<void(const Point&)>& visit_;
};

} // namespace

std::vector<Point> outline_points(const Polygon& polygon, double step_m)
{
    std::vector<Point> points;
    visit_outline_points(
        polygon, step_m, [](const Box&) { return true; }, [&points](const Point& at) { points.push_back(at); });
    return points;
}

void visit_outline_points(const Polygon& polygon, double step_m, const std::function<bool(const Box&)>& is_wanted,
                          const std::function<void(const Point&)>& visit)
{
    if (polygon.outer.size() > 1) {
        OutlineVisit(polygon.outer, step_m, is_wanted, visit).segments(1, polygon.outer.size());
    }
}

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
