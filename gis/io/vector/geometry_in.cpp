#include "gis/io/vector/geometry_in.hpp"

#include "gis/geometry/paths.hpp"

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace gis {
namespace {

std::vector<Point> points_of(const OGRSimpleCurve& curve)
{
    std::vector<Point> points;
    points.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i) {
        points.push_back({curve.getX(i), curve.getY(i)});
    }
    return points;
}

/// What has been found in a geometry so far.
struct Parts
{
    std::vector<Point> points;
    MultiLine lines;
    MultiPolygon polygons;

    void add(const OGRGeometry& geometry);

private:
    void add_polygon(const OGRPolygon& polygon);
};

/// Closed; empty if there is no ground in it.
Ring ring_of(const OGRLinearRing* curve)
{
    Ring ring = curve == nullptr ? Ring() : points_of(*curve);
    if (!ring.empty() && ring.front() != ring.back()) {
        ring.push_back(Point(ring.front()));
    }
    return ring.size() < 4 ? Ring() : ring;
}

void Parts::add_polygon(const OGRPolygon& polygon)
{
    Polygon shape;
    shape.outer = ring_of(polygon.getExteriorRing());
    if (shape.outer.empty()) {
        return;
    }
    for (int i = 0; i < polygon.getNumInteriorRings(); ++i) {
        Ring hole = ring_of(polygon.getInteriorRing(i));
        if (!hole.empty()) {
            shape.holes.push_back(std::move(hole));
        }
    }
    polygons.push_back(std::move(shape));
}

void Parts::add(const OGRGeometry& geometry)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
        if (!geometry.IsEmpty()) {
            points.push_back({geometry.toPoint()->getX(), geometry.toPoint()->getY()});
        }
        break;
    case wkbLineString:
        if (geometry.toLineString()->getNumPoints() > 1) {
            lines.push_back(points_of(*geometry.toLineString()));
        }
        break;
    case wkbPolygon:
    case wkbTriangle: add_polygon(*geometry.toPolygon()); break;
    case wkbPolyhedralSurface:
    case wkbTIN:
        for (const OGRPolygon* face : *geometry.toPolyhedralSurface()) {
            add_polygon(*face);
        }
        break;
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) {
            add(*part);
        }
        break;
    default: break;
    }
}

bool is_finite(const std::vector<Point>& points)
{
    for (const Point& point : points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            return false;
        }
    }
    return true;
}

bool is_finite(Geometry& geometry)
{
    if (const auto* point = std::get_if<Point>(&geometry)) {
        return is_finite(std::vector<Point>{*point});
    }
    bool finite = true;
    for_each_path(geometry, [&](const std::vector<Point>& path) { finite = finite && is_finite(path); });
    return finite;
}

Geometry most_of(Parts&& parts)
{
    if (!parts.polygons.empty()) {
        return std::move(parts.polygons);
    }
    if (!parts.lines.empty()) {
        return std::move(parts.lines);
    }
    return parts.points.empty() ? Geometry() : Geometry(parts.points.front());
}

std::string problem_of(OGRwkbGeometryType kind, bool was_curve, std::size_t points)
{
    if (kind == wkbGeometryCollection) {
        return "collection";
    }
    if (kind == wkbMultiPoint && points > 1) {
        return "multipoint";
    }
    return was_curve ? "curve" : "";
}

} // namespace

ReadGeometry read_geometry(const OGRGeometry* geometry)
{
    if (geometry == nullptr) {
        return {{}, "empty"};
    }
    const bool is_curve = geometry->hasCurveGeometry() != 0;
    constexpr double step_degrees = 1.0; // the chords of a full circle hold 5e-5 less ground than it
    const std::unique_ptr<OGRGeometry> straight(is_curve ? geometry->getLinearGeometry(step_degrees) : nullptr);
    const OGRGeometry& plain = straight ? *straight : *geometry;
    Parts parts;
    parts.add(plain);
    ReadGeometry read;
    read.problem = problem_of(wkbFlatten(plain.getGeometryType()), is_curve, parts.points.size());
    read.geometry = most_of(std::move(parts));
    if (std::holds_alternative<std::monostate>(read.geometry)) {
        read.problem = "empty";
    } else if (!is_finite(read.geometry)) {
        read = {{}, "not_finite"};
    }
    return read;
}

} // namespace gis
