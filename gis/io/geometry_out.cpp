#include "gis/io/geometry_out.hpp"

#include <ogr_geometry.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <stdexcept>
#include <utility>

namespace gis {

void OgrGeometryDelete::operator()(OGRGeometry* geometry) const
{
    OGRGeometryFactory::destroyGeometry(geometry);
}

GeometryOut::GeometryOut(const CityPlane& plane, Crs target) : plane_(plane.centre()), crs_(std::move(target))
{
    if (authority_of(*crs_) != "EPSG:4326") {
        transformation_ = transformation(*degrees_under(*crs_), *crs_);
    }
}

OgrGeometry GeometryOut::operator()(const Geometry& metres, LayerGeometry layer, Box& box)
{
    points_.clear();
    collect(metres);
    if (points_.empty() || !project()) {
        return nullptr;
    }
    for (std::size_t i = 0; i < xs_.size(); ++i) {
        box.add(Point{xs_[i], ys_[i]});
    }
    next_ = 0;
    return built(metres, layer);
}

void GeometryOut::collect(const std::vector<Point>& points)
{
    points_.insert(points_.end(), points.begin(), points.end());
}

void GeometryOut::collect(const Geometry& metres)
{
    if (const auto* point = std::get_if<Point>(&metres)) {
        points_.push_back(*point);
    } else if (const auto* lines = std::get_if<MultiLine>(&metres)) {
        for (const Line& line : *lines) {
            collect(line);
        }
    } else if (const auto* polygons = std::get_if<MultiPolygon>(&metres)) {
        for (const Polygon& polygon : *polygons) {
            collect(polygon.outer);
            for (const Ring& hole : polygon.holes) {
                collect(hole);
            }
        }
    }
}

/// From metres in points_ to the CRS in xs_, ys_. False where a point has no place in it.
bool GeometryOut::project()
{
    plane_.to_degrees(points_);
    xs_.clear();
    ys_.clear();
    for (const Point& point : points_) {
        xs_.push_back(point.x);
        ys_.push_back(point.y);
    }
    if (transformation_) {
        transformation_->Transform(static_cast<int>(xs_.size()), xs_.data(), ys_.data());
    }
    for (std::size_t i = 0; i < xs_.size(); ++i) {
        if (!std::isfinite(xs_[i]) || !std::isfinite(ys_[i])) {
            return false;
        }
    }
    return true;
}

OgrGeometry GeometryOut::built(const Geometry& shape, LayerGeometry layer)
{
    const bool any = layer == LayerGeometry::any;
    if (std::holds_alternative<Point>(shape) && (any || layer == LayerGeometry::point)) {
        return OgrGeometry(new OGRPoint(xs_.front(), ys_.front()));
    }
    if (const auto* lines = std::get_if<MultiLine>(&shape); lines != nullptr && (any || layer == LayerGeometry::line)) {
        return line(*lines, layer);
    }
    if (const auto* polygons = std::get_if<MultiPolygon>(&shape); polygons != nullptr && (any || layer == LayerGeometry::multi_polygon)) {
        return ground(*polygons, layer);
    }
    throw std::logic_error("a geometry of the wrong kind for its layer");
}

void GeometryOut::take(OGRSimpleCurve& curve, std::size_t count)
{
    curve.setPoints(static_cast<int>(count), xs_.data() + next_, ys_.data() + next_);
    next_ += count;
}

OgrGeometry GeometryOut::line(const MultiLine& lines, LayerGeometry layer)
{
    if (layer == LayerGeometry::line || lines.size() == 1) {
        auto whole = std::make_unique<OGRLineString>();
        take(*whole, xs_.size());
        if (whole->getNumPoints() == 1) {
            whole->addPoint(xs_.front(), ys_.front());
        }
        return OgrGeometry(whole.release());
    }
    auto parts = std::make_unique<OGRMultiLineString>();
    for (const Line& part : lines) {
        auto curve = std::make_unique<OGRLineString>();
        take(*curve, part.size());
        parts->addGeometryDirectly(curve.release());
    }
    return OgrGeometry(parts.release());
}

OgrGeometry GeometryOut::polygon(const Polygon& shape)
{
    auto whole = std::make_unique<OGRPolygon>();
    const auto add = [&](const Ring& ring) {
        auto curve = std::make_unique<OGRLinearRing>();
        take(*curve, ring.size());
        whole->addRingDirectly(curve.release());
    };
    add(shape.outer);
    for (const Ring& hole : shape.holes) {
        add(hole);
    }
    return OgrGeometry(whole.release());
}

OgrGeometry GeometryOut::ground(const MultiPolygon& polygons, LayerGeometry layer)
{
    if (layer == LayerGeometry::any && polygons.size() == 1) {
        return polygon(polygons.front());
    }
    auto parts = std::make_unique<OGRMultiPolygon>();
    for (const Polygon& part : polygons) {
        parts->addGeometryDirectly(polygon(part).release());
    }
    return OgrGeometry(parts.release());
}

} // namespace gis
