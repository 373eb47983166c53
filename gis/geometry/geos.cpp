#include "gis/geometry/geos.hpp"

#include "gis/error.hpp"
#include "gis/geometry/rings.hpp"
#include "gis/interrupt.hpp"

#include <geos_c.h>

namespace gis::geos {
namespace {

/// GEOS calls it wherever it may break off.
void ask_geos_to_end()
{
    if (is_interrupted()) {
        GEOS_interruptRequest();
    }
}

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
        static const bool is_registered = (GEOS_interruptRegisterCallback(ask_geos_to_end), true);
        static_cast<void>(is_registered);
    }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { GEOS_finish_r(handle); }
};

Context& own_context()
{
    thread_local Context own;
    return own;
}

} // namespace

GEOSContextHandle_HS* context()
{
    return own_context().handle;
}

void Destroy::operator()(GEOSGeom_t* geometry) const
{
    GEOSGeom_destroy_r(context(), geometry);
}

Handle checked(GEOSGeom_t* geometry)
{
    if (geometry == nullptr) {
        throw_if_interrupted();
        throw Error("geometry: " + own_context().last_error);
    }
    return Handle(geometry);
}

namespace {

Handle linear_ring(const Ring& ring)
{
    GEOSCoordSequence* points = GEOSCoordSeq_copyFromBuffer_r(context(), &ring[0].x, static_cast<unsigned>(ring.size()), 0, 0);
    return checked(points == nullptr ? nullptr : GEOSGeom_createLinearRing_r(context(), points));
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

Handle collection(int type, std::vector<Handle>& parts)
{
    std::vector<GEOSGeometry*> raw = released(parts);
    return checked(GEOSGeom_createCollection_r(context(), type, raw.data(), static_cast<unsigned>(raw.size())));
}

Ring ring_of(const GEOSGeometry* ring)
{
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(context(), ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(context(), points, &size);
    Ring result(size);
    if (size > 0) {
        GEOSCoordSeq_copyToBuffer_r(context(), points, &result[0].x, 0, 0);
    }
    return result;
}

Polygon polygon_of(const GEOSGeometry* polygon)
{
    Polygon result;
    result.outer = ring_of(GEOSGetExteriorRing_r(context(), polygon));
    const int holes = GEOSGetNumInteriorRings_r(context(), polygon);
    for (int i = 0; i < holes; ++i) {
        result.holes.push_back(ring_of(GEOSGetInteriorRingN_r(context(), polygon, i)));
    }
    return result;
}

void collect_polygons(const GEOSGeometry* geometry, MultiPolygon& ground)
{
    const int type = GEOSGeomTypeId_r(context(), geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(context(), geometry) == 0) {
            ground.push_back(polygon_of(geometry));
        }
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(context(), geometry);
        for (int i = 0; i < parts; ++i) {
            collect_polygons(GEOSGetGeometryN_r(context(), geometry, i), ground);
        }
    }
}

void append_parts(const MultiPolygon& ground, std::vector<Handle>& parts)
{
    for (const Polygon& polygon : ground) {
        if (is_ring(polygon.outer)) {
            parts.push_back(polygon_handle(polygon));
        }
    }
}

} // namespace

Handle polygon_handle(const Polygon& polygon)
{
    std::vector<Handle> holes;
    for (const Ring& hole : polygon.holes) {
        if (is_ring(hole)) {
            holes.push_back(linear_ring(hole));
        }
    }
    Handle outer = linear_ring(polygon.outer);
    std::vector<GEOSGeometry*> raw = released(holes);
    return checked(GEOSGeom_createPolygon_r(context(), outer.release(), raw.data(), static_cast<unsigned>(raw.size())));
}

Handle ground_handle(const MultiPolygon& ground)
{
    std::vector<Handle> parts;
    append_parts(ground, parts);
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    return collection(GEOS_MULTIPOLYGON, parts);
}

Handle heap_handle(std::span<const MultiPolygon> grounds)
{
    std::vector<Handle> parts;
    for (const MultiPolygon& ground : grounds) {
        append_parts(ground, parts);
    }
    return collection(GEOS_GEOMETRYCOLLECTION, parts);
}

Handle lines_handle(std::span<const Line> lines)
{
    std::vector<Handle> parts;
    for (const Line& line : lines) {
        GEOSCoordSequence* points = GEOSCoordSeq_copyFromBuffer_r(context(), &line[0].x, static_cast<unsigned>(line.size()), 0, 0);
        parts.push_back(checked(points == nullptr ? nullptr : GEOSGeom_createLineString_r(context(), points)));
    }
    return collection(GEOS_MULTILINESTRING, parts);
}

MultiPolygon ground_of(const GEOSGeometry* geometry)
{
    MultiPolygon ground;
    collect_polygons(geometry, ground);
    return ground;
}

} // namespace gis::geos
