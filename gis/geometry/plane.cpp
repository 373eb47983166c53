#include "gis/geometry/plane.hpp"

#include "gis/error.hpp"

#include <proj.h>

#include <cstdio>
#include <string>
#include <type_traits>

namespace gis {

struct CityPlane::Projection
{
    PJ_CONTEXT* context = nullptr;
    PJ* laea = nullptr;

    explicit Projection(Point centre) : context(proj_context_create())
    {
        proj_log_level(context, PJ_LOG_NONE);
        char definition[128];
        // A bare projection: no database is opened, which would cost 50 ms a run.
        static_cast<void>(
            std::snprintf(definition, sizeof definition, "+proj=laea +lat_0=%.9f +lon_0=%.9f +ellps=WGS84", centre.y, centre.x));
        laea = proj_create(context, definition);
    }
    Projection(const Projection&) = delete;
    Projection& operator=(const Projection&) = delete;
    ~Projection()
    {
        proj_destroy(laea);
        proj_context_destroy(context);
    }
};

CityPlane::CityPlane(Point centre) : centre_(centre), projection_(std::make_unique<Projection>(centre))
{
    if (projection_->laea == nullptr) {
        throw Error("no plane around (" + std::to_string(centre.x) + ", " + std::to_string(centre.y) + "); degrees are expected");
    }
}

CityPlane::~CityPlane() = default;
CityPlane::CityPlane(CityPlane&&) noexcept = default;
CityPlane& CityPlane::operator=(CityPlane&&) noexcept = default;

namespace {

constexpr double radians_per_degree = 3.14159265358979323846 / 180.0;

void scale(std::span<Point> points, double by)
{
    for (Point& point : points) {
        point.x *= by;
        point.y *= by;
    }
}

void transform(PJ* projection, PJ_DIRECTION direction, std::span<Point> points)
{
    if (!points.empty()) {
        proj_trans_generic(projection, direction, &points[0].x, sizeof(Point), points.size(), &points[0].y, sizeof(Point), points.size(),
                           nullptr, 0, 0, nullptr, 0, 0);
    }
}

/// Applies `change` to every run of points of a geometry.
template <class Change>
void change_points(MultiPolygon& ground, const Change& change)
{
    for (Polygon& polygon : ground) {
        change(std::span<Point>(polygon.outer));
        for (Ring& hole : polygon.holes) {
            change(std::span<Point>(hole));
        }
    }
}

template <class Change>
void change_points(Geometry& geometry, const Change& change)
{
    if (auto* point = std::get_if<Point>(&geometry)) {
        change(std::span<Point>(point, 1));
    } else if (auto* lines = std::get_if<MultiLine>(&geometry)) {
        for (Line& line : *lines) {
            change(std::span<Point>(line));
        }
    } else if (auto* ground = std::get_if<MultiPolygon>(&geometry)) {
        change_points(*ground, change);
    }
}

} // namespace

void CityPlane::to_plane(std::span<Point> points) const
{
    scale(points, radians_per_degree);
    transform(projection_->laea, PJ_FWD, points);
}

void CityPlane::to_degrees(std::span<Point> points) const
{
    // PROJ's inverse series is 1.6 mm off: the forward projection says by how much, and the inverse takes it off.
    std::vector<Point> corrected(points.begin(), points.end());
    transform(projection_->laea, PJ_INV, corrected);
    transform(projection_->laea, PJ_FWD, corrected);
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i] = {2.0 * points[i].x - corrected[i].x, 2.0 * points[i].y - corrected[i].y};
    }
    transform(projection_->laea, PJ_INV, points);
    scale(points, 1.0 / radians_per_degree);
}

Point CityPlane::to_plane(Point degrees) const
{
    to_plane(std::span(&degrees, 1));
    return degrees;
}

Point CityPlane::to_degrees(Point metres) const
{
    to_degrees(std::span(&metres, 1));
    return metres;
}

Geometry CityPlane::to_plane(Geometry degrees) const
{
    change_points(degrees, [this](std::span<Point> points) { to_plane(points); });
    return degrees;
}

Geometry CityPlane::to_degrees(Geometry metres) const
{
    change_points(metres, [this](std::span<Point> points) { to_degrees(points); });
    return metres;
}

MultiPolygon CityPlane::to_plane(MultiPolygon degrees) const
{
    change_points(degrees, [this](std::span<Point> points) { to_plane(points); });
    return degrees;
}

MultiPolygon CityPlane::to_degrees(MultiPolygon metres) const
{
    change_points(metres, [this](std::span<Point> points) { to_degrees(points); });
    return metres;
}

} // namespace gis
