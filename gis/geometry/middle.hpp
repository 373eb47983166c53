#pragma once
// Middles that a few wild values do not move.

#include "gis/geometry/shapes.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace gis {

/// The upper one of two in the middle. Precondition: not empty.
inline double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The median of x and that of y. Precondition: not empty.
inline Point median(std::span<const Point> points)
{
    std::vector<double> xs;
    std::vector<double> ys;
    for (const Point& point : points) {
        xs.push_back(point.x);
        ys.push_back(point.y);
    }
    return {median(std::move(xs)), median(std::move(ys))};
}

/// Precondition: not empty.
inline Point middle_of(const Box& box)
{
    return {(box.min_x + box.max_x) / 2.0, (box.min_y + box.max_y) / 2.0};
}

} // namespace gis
