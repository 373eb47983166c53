#include "gis/io/geopackage/geometry_out.hpp"

#include "gis/error.hpp"
#include "gis/io/base/gdal_scope.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <ogr_geometry.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <utility>

namespace gis {

void OgrGeometryDelete::operator()(OGRGeometry* geometry) const
{
    OGRGeometryFactory::destroyGeometry(geometry);
}

namespace {

Crs output_crs(const std::string& text)
{
    const GdalMessages messages;
    Crs crs = crs_from_text(text);
    return crs && is_horizontal(*crs) ? std::move(crs) : nullptr;
}

[[noreturn]] void refuse(const std::string& crs)
{
    throw UsageError(words::translate(words::Text::output_crs_unknown, {words::valid_utf8(crs)}));
}

/// Twice and a half the length of the equator. Mercator comes near it only within a metre of a pole.
constexpr double farthest_m = 1e8;

std::optional<Box> area_of_use(const OGRSpatialReference& crs)
{
    Box box;
    const bool is_known = crs.GetAreaOfUse(&box.min_x, &box.min_y, &box.max_x, &box.max_y, nullptr);
    return is_known ? std::optional(box) : std::nullopt;
}

double farthest_in(const OGRSpatialReference& crs)
{
    return crs.IsProjected() != 0 ? farthest_m / crs.GetLinearUnits() : farthest_m;
}

/// Far from its middle a projection is not exact any more, but it still means the same place.
bool is_same_place(const Point& a, const Point& b)
{
    constexpr double near_enough_degrees = 1e-3;
    constexpr double radians = std::numbers::pi / 180.0;
    const double east = std::remainder(a.x - b.x, 360.0) * std::cos(a.y * radians);
    return std::hypot(east, a.y - b.y) <= near_enough_degrees;
}

} // namespace

GeometryOut::GeometryOut(const CityPlane& plane, const std::string& crs)
    : plane_(plane.centre()), crs_(output_crs(crs)), farthest_(farthest_m)
{
    if (!crs_) {
        refuse(crs);
    }
    if (authority_of(*crs_) == "EPSG:4326") {
        return;
    }
    const GdalMessages messages;
    transformation_ = transformation(*degrees_under(*crs_), *crs_);
    if (!transformation_) {
        refuse(crs);
    }
    area_of_use_ = area_of_use(*crs_);
    farthest_ = farthest_in(*crs_);
}

OgrGeometry GeometryOut::operator()(const Geometry& metres, LayerGeometry layer, Box& box)
{
    points_.clear();
    collect(metres);
    if (points_.empty() || project()) {
        return nullptr;
    }
    for (std::size_t i = 0; i < xs_.size(); ++i) {
        box.add(Point{xs_[i], ys_[i]});
    }
    next_ = 0;
    return built(metres, layer);
}

std::optional<Point> GeometryOut::without_place(const Geometry& metres)
{
    points_.clear();
    collect(metres);
    const auto lost = project();
    return lost ? std::optional(points_[*lost]) : std::nullopt;
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

/// From metres in points_ to degrees there and to the CRS in xs_, ys_. Which point is the first that has no place in it.
std::optional<std::size_t> GeometryOut::project()
{
    plane_.to_degrees(points_);
    xs_.clear();
    ys_.clear();
    for (const Point& point : points_) {
        xs_.push_back(point.x);
        ys_.push_back(point.y);
    }
    if (transformation_) {
        const GdalMessages unheard; // that a place does not exist is an answer, no failure
        transformation_->Transform(static_cast<int>(xs_.size()), xs_.data(), ys_.data());
    }
    const auto lost = first_not_on_earth();
    return lost || !transformation_ ? lost : first_that_does_not_return();
}

std::optional<std::size_t> GeometryOut::first_not_on_earth() const
{
    for (std::size_t i = 0; i < xs_.size(); ++i) {
        // Written so that what is no number fails too.
        if (!(std::abs(xs_[i]) <= farthest_ && std::abs(ys_[i]) <= farthest_)) {
            return i;
        }
    }
    return std::nullopt;
}

bool GeometryOut::is_in_area_of_use(const Point& degrees) const
{
    const Box& area = *area_of_use_;
    const bool is_east = degrees.x >= area.min_x;
    const bool is_west = degrees.x <= area.max_x;
    return degrees.y >= area.min_y && degrees.y <= area.max_y && (area.min_x <= area.max_x ? is_east && is_west : is_east || is_west);
}

/// Within its area of use a system is trusted. Beyond it some projections give a place, but a wrong one.
std::optional<std::size_t> GeometryOut::first_that_does_not_return()
{
    const GdalMessages unheard;
    if (area_of_use_ && std::all_of(points_.begin(), points_.end(), [&](const Point& point) { return is_in_area_of_use(point); })) {
        return std::nullopt;
    }
    back_ = back_ ? std::move(back_) : transformation(*crs_, *degrees_under(*crs_));
    if (!back_) {
        return std::nullopt;
    }
    std::vector<double> xs = xs_;
    std::vector<double> ys = ys_;
    back_->Transform(static_cast<int>(xs.size()), xs.data(), ys.data());
    for (std::size_t i = 0; i < xs.size(); ++i) {
        if (!is_same_place(points_[i], {xs[i], ys[i]})) {
            return i;
        }
    }
    return std::nullopt;
}

OgrGeometry GeometryOut::built(const Geometry& shape, LayerGeometry layer)
{
    const bool any = layer == LayerGeometry::any;
    const bool point_or_line = any || layer == LayerGeometry::point_or_line;
    if (std::holds_alternative<Point>(shape) && (point_or_line || layer == LayerGeometry::point)) {
        return OgrGeometry(new OGRPoint(xs_.front(), ys_.front()));
    }
    if (const auto* lines = std::get_if<MultiLine>(&shape); lines != nullptr && (point_or_line || layer == LayerGeometry::line)) {
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
