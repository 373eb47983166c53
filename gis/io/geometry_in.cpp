#include "gis/io/geometry_in.hpp"

#include "gis/geometry/datum.hpp"

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

template <class Visit>
void for_each_path(Geometry& geometry, const Visit& visit)
{
    if (auto* lines = std::get_if<MultiLine>(&geometry)) {
        for (Line& line : *lines) {
            visit(line);
        }
    } else if (auto* polygons = std::get_if<MultiPolygon>(&geometry)) {
        for (Polygon& polygon : *polygons) {
            visit(polygon.outer);
            for (Ring& hole : polygon.holes) {
                visit(hole);
            }
        }
    }
}

template <class Visit>
void for_each_point(Geometry& geometry, const Visit& visit)
{
    if (auto* point = std::get_if<Point>(&geometry)) {
        visit(*point);
    }
    for_each_path(geometry, [&](std::vector<Point>& path) { std::for_each(path.begin(), path.end(), visit); });
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

/// A degree or so over the edge is still a sloppy map; a projected coordinate is not.
bool is_on_globe(const Point& degrees)
{
    return std::fabs(degrees.x) <= 361.0 && std::fabs(degrees.y) <= 90.0;
}

Point wgs84_from(Point degrees, WebDatum datum)
{
    switch (datum) {
    case WebDatum::gcj02: return wgs84_from_gcj02(degrees);
    case WebDatum::bd09: return wgs84_from_bd09(degrees);
    case WebDatum::none: return degrees;
    }
    return degrees;
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

ToDegrees::ToDegrees(const OGRSpatialReference* from, const CoordinateReading& reading) : reading_(reading)
{
    if (from != nullptr && !is_wgs84_degrees(*from)) {
        transformation_ = transformation(*from, *degrees_under(*from));
    }
}

void ToDegrees::to_crs(std::span<Point> points) const
{
    for (Point& point : points) {
        point = reading_.swap_xy ? Point{point.y, point.x} : point;
        point = reading_.helmert ? transformed(*reading_.helmert, point) : point;
    }
}

void ToDegrees::project(std::span<Point> points)
{
    xs_.clear();
    ys_.clear();
    for (const Point& point : points) {
        xs_.push_back(point.x);
        ys_.push_back(point.y);
    }
    transformation_->Transform(static_cast<int>(xs_.size()), xs_.data(), ys_.data());
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i] = {xs_[i], ys_[i]};
    }
}

std::vector<char> ToDegrees::operator()(std::span<Point> points)
{
    to_crs(points);
    if (transformation_ && !points.empty()) {
        project(points);
    }
    std::vector<char> is_placed;
    is_placed.reserve(points.size());
    for (Point& point : points) {
        is_placed.push_back(is_on_globe(point) ? 1 : 0);
        point = is_placed.back() != 0 ? wgs84_from(point, reading_.datum) : point;
    }
    return is_placed;
}

void ToDegrees::operator()(ReadGeometry& read)
{
    points_.clear();
    for_each_point(read.geometry, [&](const Point& point) { points_.push_back(point); });
    const std::vector<char> is_placed = (*this)(std::span<Point>(points_));
    if (std::find(is_placed.begin(), is_placed.end(), 0) != is_placed.end()) {
        read = {{}, "not_finite"};
        return;
    }
    auto moved = points_.cbegin();
    for_each_point(read.geometry, [&](Point& point) { point = *moved++; });
}

} // namespace gis
