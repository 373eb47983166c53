#pragma once
// Fitting rectangles (courts, tracks, halls) into a yard of several zones.

#include "synth/land/parcel.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

/// A rectangle on the ground: `origin` is a corner, `along` a unit vector along its length, the width lies to the left of it.
struct Plot
{
    gis::Point origin;
    gis::Point along{1.0, 0.0};
    double length_m = 0.0;
    double width_m = 0.0;

    /// Metres along the length and the width.
    gis::Point point(double x_m, double y_m) const
    {
        return {origin.x + along.x * x_m - along.y * y_m, origin.y + along.y * x_m + along.x * y_m};
    }
};

gis::MultiPolygon ground_of(const Plot& plot);

/// Free rectangles from which pieces are cut, edge to edge.
class Yard
{
public:
    /// The largest upright rectangle in the zone's own direction that keeps `margin_m` from its edges; none where nothing is left.
    void add_zone(const Parcel& zone, double margin_m);

    /// Cuts a rectangle from the smallest free one that holds it, turned if need be. Its `along` is the longer side of the request.
    std::optional<Plot> cut_plot(double length_m, double width_m);

    /// Cuts as much of `wanted_m2` as the largest free rectangle holds, none under `least_m2` and no narrow strip.
    std::optional<Plot> cut_area(double wanted_m2, double least_m2);

private:
    Plot cut(std::size_t piece, double along_m, double across_m);

    std::vector<Plot> free_;
};

} // namespace fieldgap
