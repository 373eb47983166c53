#include "gis/geometry/overlay.hpp"

#include "gis/error.hpp"
#include "gis/geometry/rings.hpp"

#include <geos_c.h>

#include <algorithm>
#include <memory>

namespace gis {
namespace {

/// One GEOS context a thread; its last error text, for the message of what fails.
struct Context
{
    GEOSContextHandle_t handle = GEOS_init_r();
    std::string last_error;

    Context()
    {
        GEOSContext_setErrorMessageHandler_r(
            handle, [](const char* message, void* self) { static_cast<Context*>(self)->last_error = message; }, this);
        GEOSContext_setNoticeMessageHandler_r(
            handle, [](const char*, void*) {}, nullptr);
    }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { GEOS_finish_r(handle); }
};

Context& context()
{
    thread_local Context own;
    return own;
}

GEOSContextHandle_t geos()
{
    return context().handle;
}

struct Destroy
{
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(geos(), geometry); }
};
using Handle = std::unique_ptr<GEOSGeometry, Destroy>;

Handle checked(GEOSGeometry* geometry)
{
    if (geometry == nullptr) {
        throw Error("geometry: " + context().last_error);
    }
    return Handle(geometry);
}

Handle linear_ring(const Ring& ring)
{
    GEOSCoordSequence* points = GEOSCoordSeq_copyFromBuffer_r(geos(), &ring[0].x, static_cast<unsigned>(ring.size()), 0, 0);
    return checked(points == nullptr ? nullptr : GEOSGeom_createLinearRing_r(geos(), points));
}

/// GEOS takes the handles over.
std::vector<GEOSGeometry*> released(std::vector<Handle>& handles)
{
    std::vector<GEOSGeometry*> raw;
    raw.reserve(handles.size());
    for (Handle& handle : handles) {
        raw.push_back(handle.release());
    }
    return raw;
}

Handle geos_polygon(const Polygon& polygon)
{
    std::vector<Handle> holes;
    for (const Ring& hole : polygon.holes) {
        if (is_ring(hole)) {
            holes.push_back(linear_ring(hole));
        }
    }
    Handle outer = linear_ring(polygon.outer);
    std::vector<GEOSGeometry*> raw = released(holes);
    return checked(GEOSGeom_createPolygon_r(geos(), outer.release(), raw.data(), static_cast<unsigned>(raw.size())));
}

Handle collection(int type, std::vector<Handle>& parts)
{
    std::vector<GEOSGeometry*> raw = released(parts);
    return checked(GEOSGeom_createCollection_r(geos(), type, raw.data(), static_cast<unsigned>(raw.size())));
}

Handle geos_ground(const MultiPolygon& ground)
{
    std::vector<Handle> parts;
    for (const Polygon& polygon : ground) {
        if (is_ring(polygon.outer)) {
            parts.push_back(geos_polygon(polygon));
        }
    }
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    return collection(GEOS_MULTIPOLYGON, parts);
}

Ring ring_of(const GEOSGeometry* ring)
{
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(geos(), ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(geos(), points, &size);
    Ring result(size);
    if (size > 0) {
        GEOSCoordSeq_copyToBuffer_r(geos(), points, &result[0].x, 0, 0);
    }
    return result;
}

Polygon polygon_of(const GEOSGeometry* polygon)
{
    Polygon result;
    result.outer = ring_of(GEOSGetExteriorRing_r(geos(), polygon));
    const int holes = GEOSGetNumInteriorRings_r(geos(), polygon);
    for (int i = 0; i < holes; ++i) {
        result.holes.push_back(ring_of(GEOSGetInteriorRingN_r(geos(), polygon, i)));
    }
    return result;
}

/// Only polygons: what two grounds share along a line or at a point is no ground.
void collect_polygons(const GEOSGeometry* geometry, MultiPolygon& ground)
{
    const int type = GEOSGeomTypeId_r(geos(), geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(geos(), geometry) == 0) {
            ground.push_back(polygon_of(geometry));
        }
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(geos(), geometry);
        for (int i = 0; i < parts; ++i) {
            collect_polygons(GEOSGetGeometryN_r(geos(), geometry, i), ground);
        }
    }
}

MultiPolygon ground_of(const GEOSGeometry* geometry)
{
    MultiPolygon ground;
    collect_polygons(geometry, ground);
    return ground;
}

double polygon_area_m2(const Polygon& polygon)
{
    double sum = std::fabs(signed_ring_area_m2(polygon.outer));
    for (const Ring& hole : polygon.holes) {
        sum -= std::fabs(signed_ring_area_m2(hole));
    }
    return sum;
}

void orient(MultiPolygon& ground)
{
    const auto turn = [](Ring& ring, bool counter_clockwise) {
        if ((signed_ring_area_m2(ring) > 0.0) != counter_clockwise) {
            std::reverse(ring.begin(), ring.end());
        }
    };
    for (Polygon& polygon : ground) {
        turn(polygon.outer, true);
        for (Ring& hole : polygon.holes) {
            turn(hole, false);
        }
    }
}

bool is_finite(const MultiPolygon& ground)
{
    const auto finite_ring = [](const Ring& ring) {
        return std::all_of(ring.begin(), ring.end(), [](const Point& p) { return std::isfinite(p.x) && std::isfinite(p.y); });
    };
    return std::all_of(ground.begin(), ground.end(), [&](const Polygon& polygon) {
        return finite_ring(polygon.outer) && std::all_of(polygon.holes.begin(), polygon.holes.end(), finite_ring);
    });
}

/// Rings of which nothing can be made: GEOS would refuse them, so they are dropped, which is a repair.
bool has_broken_ring(const MultiPolygon& ground)
{
    return std::any_of(ground.begin(), ground.end(), [](const Polygon& polygon) {
        return !is_ring(polygon.outer) || !std::all_of(polygon.holes.begin(), polygon.holes.end(), is_ring);
    });
}

std::string validity_reason(const GEOSGeometry* geometry)
{
    char* reason = GEOSisValidReason_r(geos(), geometry);
    std::string text = reason == nullptr ? std::string() : reason;
    GEOSFree_r(geos(), reason);
    return text.substr(0, text.find('[')); // the place is in the plane: it says nothing to a reader
}

Handle valid_by_structure(const GEOSGeometry* geometry)
{
    GEOSMakeValidParams* params = GEOSMakeValidParams_create_r(geos());
    GEOSMakeValidParams_setMethod_r(geos(), params, GEOS_MAKE_VALID_STRUCTURE);
    Handle valid(GEOSMakeValidWithParams_r(geos(), geometry, params));
    GEOSMakeValidParams_destroy_r(geos(), params);
    return valid;
}

} // namespace

SquareMetres area(const MultiPolygon& ground)
{
    double sum = 0.0;
    for (const Polygon& polygon : ground) {
        sum += polygon_area_m2(polygon);
    }
    return SquareMetres(sum);
}

MultiPolygon united(std::span<const MultiPolygon> grounds)
{
    std::vector<Handle> parts;
    for (const MultiPolygon& ground : grounds) {
        for (const Polygon& polygon : ground) {
            if (is_ring(polygon.outer)) {
                parts.push_back(geos_polygon(polygon));
            }
        }
    }
    // A collection, not a multipolygon: its members may overlap.
    const Handle all = collection(GEOS_GEOMETRYCOLLECTION, parts);
    return ground_of(checked(GEOSUnaryUnion_r(geos(), all.get())).get());
}

MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b)
{
    if (a.empty() || b.empty()) {
        return {};
    }
    return ground_of(checked(GEOSIntersection_r(geos(), geos_ground(a).get(), geos_ground(b).get())).get());
}

MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b)
{
    if (a.empty() || b.empty()) {
        return a;
    }
    return ground_of(checked(GEOSDifference_r(geos(), geos_ground(a).get(), geos_ground(b).get())).get());
}

Repair repaired(const MultiPolygon& ground)
{
    Repair repair;
    if (!is_finite(ground)) {
        repair.was_invalid = true;
        repair.reason = "coordinates are not finite";
        return repair;
    }
    MultiPolygon ordered = ground;
    const bool was_inside_out = put_outer_rings_first(ordered);
    repair.drawn_m2 = area(ordered).square_metres();
    const Handle drawn = geos_ground(ordered);
    if (GEOSisValid_r(geos(), drawn.get()) == 1) {
        repair.ground = ground_of(drawn.get());
        repair.was_invalid = was_inside_out || has_broken_ring(ground);
        repair.reason = was_inside_out ? "a hole lies around the outer ring" : "a ring is not closed or has under four points";
        repair.reason = repair.was_invalid ? repair.reason : "";
    } else {
        repair.was_invalid = true;
        repair.reason = validity_reason(drawn.get());
        drop_holes_outside(ordered);
        const Handle valid = valid_by_structure(geos_ground(ordered).get());
        repair.ground = valid ? ground_of(valid.get()) : MultiPolygon();
    }
    orient(repair.ground);
    return repair;
}

Point inner_point(const MultiPolygon& ground)
{
    const auto largest = std::max_element(ground.begin(), ground.end(),
                                          [](const Polygon& a, const Polygon& b) { return polygon_area_m2(a) < polygon_area_m2(b); });
    const Handle point = checked(GEOSPointOnSurface_r(geos(), geos_polygon(*largest).get()));
    Point inner;
    if (GEOSGeomGetX_r(geos(), point.get(), &inner.x) != 1 || GEOSGeomGetY_r(geos(), point.get(), &inner.y) != 1) {
        return largest->outer.front();
    }
    return inner;
}

bool contains(const MultiPolygon& ground, const Point& point)
{
    return std::any_of(ground.begin(), ground.end(), [&](const Polygon& polygon) {
        return is_inside_ring(polygon.outer, point) &&
               std::none_of(polygon.holes.begin(), polygon.holes.end(), [&](const Ring& hole) { return is_inside_ring(hole, point); });
    });
}

double distance_to_outline_m(const MultiPolygon& ground, const Point& point)
{
    double least = std::numeric_limits<double>::infinity();
    for (const Polygon& polygon : ground) {
        least = std::min(least, distance_to_ring_m(polygon.outer, point));
        for (const Ring& hole : polygon.holes) {
            least = std::min(least, distance_to_ring_m(hole, point));
        }
    }
    return least;
}

bool is_within(const MultiPolygon& a, const MultiPolygon& b, double tolerance_m)
{
    if (a.empty() || b.empty()) {
        return false;
    }
    double apart_m = 0.0;
    return GEOSDistance_r(geos(), geos_ground(a).get(), geos_ground(b).get(), &apart_m) == 1 && apart_m <= tolerance_m;
}

std::vector<Point> outline_points(const MultiPolygon& ground, double step_m)
{
    std::vector<Point> points;
    for (const Polygon& polygon : ground) {
        for (std::size_t i = 1; i < polygon.outer.size(); ++i) {
            const Point& a = polygon.outer[i - 1];
            const Point& b = polygon.outer[i];
            const auto steps = static_cast<int>(std::ceil(distance_m(a, b) / step_m));
            for (int step = 0; step < std::max(steps, 1); ++step) {
                const double along = static_cast<double>(step) / std::max(steps, 1);
                points.push_back({a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)});
            }
        }
    }
    return points;
}

} // namespace gis
