#pragma once

#include "gis/sight/nearest_on_segment.hpp"

#include <cstddef>
#include <span>

namespace gis {

/// No hypot: there is no overflow in a city.
inline double segment_m(const Point& a, const Point& b)
{
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

/// How far along its line (0..1) a point on the segment that starts at `segment` is.
float fraction_of_line(std::span<const Point> line, std::size_t segment, const Point& at);

struct OnLine
{
    Point at;
    float fraction = 0.0F; ///< 0..1 of the line's length
    double metres = 0.0;   ///< from the point that was asked for
};

/// The nearest point of the line; of equally near ones the first. Infinitely far where the line has no segment.
OnLine nearest_on_line(const Point& point, std::span<const Point> line);

} // namespace gis
