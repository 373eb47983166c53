#include "synth/land/parcel.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

gis::Point between(const gis::Point& a, const gis::Point& b, double share)
{
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

struct Span
{
    double least;
    double most;
};

/// Where a shape lies along a direction.
template <class Corners>
Span span_along(const Corners& corners, const gis::Point& direction)
{
    Span span{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (const gis::Point& corner : corners) {
        const double at = corner.x * direction.x + corner.y * direction.y;
        span.least = std::min(span.least, at);
        span.most = std::max(span.most, at);
    }
    return span;
}

gis::Point normal(const gis::Point& a, const gis::Point& b)
{
    const double length = gis::distance_m(a, b);
    return {(b.y - a.y) / length, (a.x - b.x) / length};
}

/// Separating axes: whether an edge of `a` divides it from `b`.
template <class A, class B>
bool is_divided(const A& a, const B& b, double gap_m)
{
    for (std::size_t i = 0; i < a.size(); ++i) {
        const gis::Point axis = normal(a[i], a[(i + 1) % a.size()]);
        const Span of_a = span_along(a, axis);
        const Span of_b = span_along(b, axis);
        if (of_a.least > of_b.most + gap_m || of_b.least > of_a.most + gap_m) {
            return true;
        }
    }
    return false;
}

} // namespace

gis::Point rounded(const gis::Point& point)
{
    return {std::round(point.x * 1000.0) / 1000.0, std::round(point.y * 1000.0) / 1000.0};
}

gis::Point point_in(const Parcel& parcel, double u, double v)
{
    return between(between(parcel.corner[0], parcel.corner[1], u), between(parcel.corner[3], parcel.corner[2], u), v);
}

Parcel part_of(const Parcel& parcel, double u0, double u1, double v0, double v1)
{
    Parcel part = parcel;
    part.corner = {point_in(parcel, u0, v0), point_in(parcel, u1, v0), point_in(parcel, u1, v1), point_in(parcel, u0, v1)};
    part.side_street = parcel.side_street && u0 <= 0.0;
    return part;
}

double width_m(const Parcel& parcel)
{
    return (gis::distance_m(parcel.corner[0], parcel.corner[1]) + gis::distance_m(parcel.corner[3], parcel.corner[2])) / 2.0;
}

double depth_m(const Parcel& parcel)
{
    return (gis::distance_m(parcel.corner[0], parcel.corner[3]) + gis::distance_m(parcel.corner[1], parcel.corner[2])) / 2.0;
}

double area_m2(const Parcel& parcel)
{
    const gis::Point& a = parcel.corner[0];
    const gis::Point& b = parcel.corner[1];
    const gis::Point& c = parcel.corner[2];
    const gis::Point& d = parcel.corner[3];
    return ((c.x - a.x) * (d.y - b.y) - (d.x - b.x) * (c.y - a.y)) / 2.0;
}

gis::Box box_of(const Parcel& parcel)
{
    gis::Box box;
    for (const gis::Point& corner : parcel.corner) {
        box.add(corner);
    }
    return box;
}

bool meet(const Parcel& a, const Parcel& b, double gap_m)
{
    return !is_divided(a.corner, b.corner, gap_m) && !is_divided(b.corner, a.corner, gap_m);
}

bool crosses(const Parcel& parcel, const gis::Point& from, const gis::Point& to)
{
    if (from == to) {
        return false;
    }
    const std::array<gis::Point, 2> segment = {from, to};
    return !is_divided(segment, parcel.corner, 0.0) && !is_divided(parcel.corner, segment, 0.0);
}

gis::Ring ring_of(const std::vector<gis::Point>& corners)
{
    gis::Ring ring;
    ring.reserve(corners.size() + 1);
    for (const gis::Point& corner : corners) {
        ring.push_back(rounded(corner));
    }
    ring.push_back(ring.front());
    return ring;
}

gis::MultiPolygon ground_of(const Parcel& parcel)
{
    return {gis::Polygon{ring_of({parcel.corner.begin(), parcel.corner.end()}), {}}};
}

} // namespace fieldgap
