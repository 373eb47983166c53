#include "synth/yard.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fieldgap {
namespace {

constexpr double lane_m = 1.0;       ///< kept free between two pieces
constexpr double least_side_m = 6.0; ///< of ground that is no strip

double free_m2(const Plot& plot)
{
    return plot.length_m * plot.width_m;
}

/// The same rectangle seen from its other side.
Plot turned(const Plot& plot)
{
    return {plot.point(plot.length_m, 0.0), {-plot.along.y, plot.along.x}, plot.width_m, plot.length_m};
}

Plot part(const Plot& plot, double x_m, double y_m, double length_m, double width_m)
{
    return {plot.point(x_m, y_m), plot.along, length_m, width_m};
}

} // namespace

gis::MultiPolygon ground_of(const Plot& plot)
{
    return {gis::Polygon{ring_of({plot.point(0.0, 0.0), plot.point(plot.length_m, 0.0), plot.point(plot.length_m, plot.width_m),
                                  plot.point(0.0, plot.width_m)}),
                         {}}};
}

void Yard::add_zone(const Parcel& zone, double margin_m)
{
    const gis::Point& o = zone.corner[0];
    const double front_m = gis::distance_m(o, zone.corner[1]);
    const gis::Point along{(zone.corner[1].x - o.x) / front_m, (zone.corner[1].y - o.y) / front_m};
    const auto x_of = [&](const gis::Point& p) { return (p.x - o.x) * along.x + (p.y - o.y) * along.y; };
    const auto y_of = [&](const gis::Point& p) { return (p.y - o.y) * along.x - (p.x - o.x) * along.y; };
    const double x0 = std::max(0.0, x_of(zone.corner[3])) + margin_m;
    const double x1 = std::min(front_m, x_of(zone.corner[2])) - margin_m;
    const double y1 = std::min(y_of(zone.corner[2]), y_of(zone.corner[3])) - margin_m;
    if (x1 - x0 > 1.0 && y1 - margin_m > 1.0) {
        free_.push_back(part({o, along, 0.0, 0.0}, x0, margin_m, x1 - x0, y1 - margin_m));
    }
}

Plot Yard::cut(std::size_t piece, double along_m, double across_m)
{
    const Plot from = free_[piece];
    free_.erase(free_.begin() + static_cast<std::ptrdiff_t>(piece));
    const double beside_m = from.length_m - along_m - lane_m;
    const double behind_m = from.width_m - across_m - lane_m;
    // The longer cut goes right through, so that the larger remainder stays in one piece.
    const bool beside_is_full = beside_m * from.width_m > behind_m * from.length_m;
    if (beside_m > 1.0) {
        free_.push_back(part(from, along_m + lane_m, 0.0, beside_m, beside_is_full ? from.width_m : across_m));
    }
    if (behind_m > 1.0) {
        free_.push_back(part(from, 0.0, across_m + lane_m, beside_is_full ? along_m : from.length_m, behind_m));
    }
    return part(from, 0.0, 0.0, along_m, across_m);
}

std::optional<Plot> Yard::cut_plot(double length_m, double width_m)
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < free_.size(); ++i) {
        const Plot& plot = free_[i];
        const bool fits = (plot.length_m >= length_m && plot.width_m >= width_m) || (plot.length_m >= width_m && plot.width_m >= length_m);
        if (fits && (!best || free_m2(plot) < free_m2(free_[*best]))) {
            best = i;
        }
    }
    if (!best) {
        return std::nullopt;
    }
    if (free_[*best].length_m >= length_m && free_[*best].width_m >= width_m) {
        return cut(*best, length_m, width_m);
    }
    return turned(cut(*best, width_m, length_m));
}

std::optional<Plot> Yard::cut_area(double wanted_m2, double least_m2)
{
    const auto largest = std::max_element(free_.begin(), free_.end(), [](const Plot& a, const Plot& b) { return free_m2(a) < free_m2(b); });
    if (largest == free_.end() || std::min(largest->length_m, largest->width_m) < least_side_m ||
        std::min(wanted_m2, free_m2(*largest)) < least_m2) {
        return std::nullopt;
    }
    const bool is_long = largest->length_m > largest->width_m;
    const double long_m = is_long ? largest->length_m : largest->width_m;
    const double short_m = is_long ? largest->width_m : largest->length_m;
    // All across, unless that made a strip.
    const double along_m = std::clamp(wanted_m2 / short_m, least_side_m, long_m);
    const double across_m = std::min(short_m, wanted_m2 / along_m);
    return cut(static_cast<std::size_t>(largest - free_.begin()), is_long ? along_m : across_m, is_long ? across_m : along_m);
}

} // namespace fieldgap
