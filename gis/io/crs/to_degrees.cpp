#include "gis/io/crs/to_degrees.hpp"

#include "gis/geometry/datum.hpp"
#include "gis/geometry/paths.hpp"

#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>

namespace gis {
namespace {

template <class Visit>
void for_each_point(Geometry& geometry, const Visit& visit)
{
    if (auto* point = std::get_if<Point>(&geometry)) {
        visit(*point);
    }
    for_each_path(geometry, [&](std::vector<Point>& path) { std::for_each(path.begin(), path.end(), visit); });
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

ToDegrees::ToDegrees(const OGRSpatialReference* from, const SourceCrs& reading) : reading_(reading)
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
