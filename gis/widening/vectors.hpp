#pragma once
// Points as vectors.

#include "gis/geometry/shapes.hpp"

namespace gis {

inline double dot(const Point& a, const Point& b)
{
    return a.x * b.x + a.y * b.y;
}

/// Positive where `b` lies to the left of `a`.
inline double cross(const Point& a, const Point& b)
{
    return a.x * b.y - a.y * b.x;
}

inline Point minus(const Point& a, const Point& b)
{
    return {a.x - b.x, a.y - b.y};
}

/// a + factor x b
inline Point moved(const Point& a, double factor, const Point& b)
{
    return {a.x + factor * b.x, a.y + factor * b.y};
}

} // namespace gis
