#include "gis/geometry/overlay.hpp"

#include "gis/geometry/geos.hpp"
#include "gis/geometry/rings.hpp"
#include "gis/interrupt.hpp"

#include <geos_c.h>

#include <algorithm>
#include <memory>

namespace gis {
namespace {

using geos::checked;
using geos::context;
using geos::ground_handle;
using geos::ground_of;
using geos::Handle;
using geos::polygon_handle;

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
    char* reason = GEOSisValidReason_r(context(), geometry);
    std::string text = reason == nullptr ? std::string() : reason;
    GEOSFree_r(context(), reason);
    return text.substr(0, text.find('[')); // the place is in the plane: it says nothing to a reader
}

Handle valid_by_structure(const GEOSGeometry* geometry)
{
    GEOSMakeValidParams* params = GEOSMakeValidParams_create_r(context());
    GEOSMakeValidParams_setMethod_r(context(), params, GEOS_MAKE_VALID_STRUCTURE);
    Handle valid(GEOSMakeValidWithParams_r(context(), geometry, params));
    GEOSMakeValidParams_destroy_r(context(), params);
    throw_if_interrupted(); // else what was broken off looks as if nothing could be saved
    return valid;
}

/// GEOS compares each segment with each, unless it is told to build an index first.
bool pays_to_prepare(const GEOSGeometry* a, const GEOSGeometry* b)
{
    constexpr double max_comparisons = 1e6;
    return static_cast<double>(GEOSGetNumCoordinates_r(context(), a)) * GEOSGetNumCoordinates_r(context(), b) > max_comparisons;
}

bool is_near_by_index(const GEOSGeometry* a, const GEOSGeometry* b, double within_m)
{
    const auto destroy = [](const GEOSPreparedGeometry* prepared) { GEOSPreparedGeom_destroy_r(context(), prepared); };
    const std::unique_ptr<const GEOSPreparedGeometry, decltype(destroy)> prepared(GEOSPrepare_r(context(), a), destroy);
    return prepared && GEOSPreparedDistanceWithin_r(context(), prepared.get(), b, within_m) == 1;
}

bool is_near_by_all_segments(const GEOSGeometry* a, const GEOSGeometry* b, double within_m)
{
    double apart_m = 0.0;
    return GEOSDistance_r(context(), a, b, &apart_m) == 1 && apart_m <= within_m;
}

/// Asked only of grounds of very many points: of others GEOS answers as fast.
bool is_one_simple_ring(const MultiPolygon& ground)
{
    constexpr std::size_t very_many = 20'000;
    return ground.size() == 1 && ground.front().holes.empty() && ground.front().outer.size() > very_many &&
           is_surely_simple(ground.front().outer);
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
    const Handle all = geos::heap_handle(grounds);
    return ground_of(checked(GEOSUnaryUnion_r(context(), all.get())).get());
}

MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b)
{
    if (a.empty() || b.empty()) {
        return {};
    }
    return ground_of(checked(GEOSIntersection_r(context(), ground_handle(a).get(), ground_handle(b).get())).get());
}

MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b)
{
    if (a.empty() || b.empty()) {
        return a;
    }
    return ground_of(checked(GEOSDifference_r(context(), ground_handle(a).get(), ground_handle(b).get())).get());
}

MultiPolygon within_distance(std::span<const Line> lines, double by_m)
{
    constexpr int chords_a_quarter = 8;
    return ground_of(checked(GEOSBuffer_r(context(), geos::lines_handle(lines).get(), by_m, chords_a_quarter)).get());
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
    const Handle drawn = ground_handle(ordered);
    const bool is_valid = is_one_simple_ring(ordered) || GEOSisValid_r(context(), drawn.get()) == 1;
    throw_if_interrupted(); // else what was broken off looks invalid
    if (is_valid) {
        repair.ground = ground_of(drawn.get());
        repair.was_invalid = was_inside_out || has_broken_ring(ground);
        repair.reason = was_inside_out ? "a hole lies around the outer ring" : "a ring is not closed or has under four points";
        repair.reason = repair.was_invalid ? repair.reason : "";
    } else {
        repair.was_invalid = true;
        repair.reason = validity_reason(drawn.get());
        drop_holes_outside(ordered);
        const Handle valid = valid_by_structure(ground_handle(ordered).get());
        repair.ground = valid ? ground_of(valid.get()) : MultiPolygon();
    }
    orient(repair.ground);
    return repair;
}

Point inner_point(const MultiPolygon& ground)
{
    const auto largest = std::max_element(ground.begin(), ground.end(),
                                          [](const Polygon& a, const Polygon& b) { return polygon_area_m2(a) < polygon_area_m2(b); });
    const Handle point = checked(GEOSPointOnSurface_r(context(), geos::polygon_handle(*largest).get()));
    Point inner;
    if (GEOSGeomGetX_r(context(), point.get(), &inner.x) != 1 || GEOSGeomGetY_r(context(), point.get(), &inner.y) != 1) {
        return largest->outer.front();
    }
    return inner;
}

bool contains(const Polygon& polygon, const Point& point)
{
    return is_inside_ring(polygon.outer, point) &&
           std::none_of(polygon.holes.begin(), polygon.holes.end(), [&](const Ring& hole) { return is_inside_ring(hole, point); });
}

bool contains(const MultiPolygon& ground, const Point& point)
{
    return std::any_of(ground.begin(), ground.end(), [&](const Polygon& polygon) { return contains(polygon, point); });
}

double distance_to_outline_m(const Polygon& polygon, const Point& point)
{
    double least = distance_to_ring_m(polygon.outer, point);
    for (const Ring& hole : polygon.holes) {
        least = std::min(least, distance_to_ring_m(hole, point));
    }
    return least;
}

double distance_to_outline_m(const MultiPolygon& ground, const Point& point)
{
    double least = std::numeric_limits<double>::infinity();
    for (const Polygon& polygon : ground) {
        least = std::min(least, distance_to_outline_m(polygon, point));
    }
    return least;
}

bool is_within(const Polygon& a, const Polygon& b, double tolerance_m)
{
    const Handle one = polygon_handle(a);
    const Handle other = polygon_handle(b);
    const bool is_near = pays_to_prepare(one.get(), other.get()) ? is_near_by_index(one.get(), other.get(), tolerance_m)
                                                                 : is_near_by_all_segments(one.get(), other.get(), tolerance_m);
    throw_if_interrupted(); // else what was broken off looks far apart
    return is_near;
}

} // namespace gis
