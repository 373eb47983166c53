#pragma once

#include "gis/geometry/shapes.hpp"

namespace gis {

/// Plane transformation of four parameters between a local survey system and a known one, as a surveying office hands it out:
/// E = east_m + scale (x cos t - y sin t), N = north_m + scale (y cos t + x sin t), with t = rotation_deg, anticlockwise.
struct Helmert
{
    double east_m = 0.0;
    double north_m = 0.0;
    double scale = 1.0;
    double rotation_deg = 0.0;
    friend bool operator==(const Helmert&, const Helmert&) = default;
};

/// Local plane coordinates (x east, y north) to the target plane, in metres.
Point transformed(const Helmert& helmert, const Point& local);

} // namespace gis
