#include "gis/walking/slope.hpp"

#include <algorithm>
#include <cmath>

namespace gis {
namespace {

constexpr double steepest = 1.0; // beyond 45 degrees a height model is wrong sooner than a street is that steep

/// Tobler's hiking function (1993): speed = 6 km/h x exp(-3.5 |S + 0.05|), here as the time that 1 on the flat becomes.
double tobler_factor(double slope)
{
    constexpr double steepness = 3.5;
    constexpr double fastest_at = -0.05;
    return std::exp(steepness * (std::fabs(slope - fastest_at) - std::fabs(fastest_at)));
}

/// The time factor of an edge's line from its first point to its last, and back.
struct BothWays
{
    float there = 1.0F;
    float back = 1.0F;
};

BothWays factors(std::span<const Point> line, std::span<const float> height_m)
{
    double length_m = 0.0;
    double there = 0.0;
    double back = 0.0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double step_m = distance_m(line[i], line[i + 1]);
        const double rise_m = static_cast<double>(height_m[i + 1]) - static_cast<double>(height_m[i]);
        const double slope = std::isfinite(rise_m) && step_m > 0.0 ? std::clamp(rise_m / step_m, -steepest, steepest) : 0.0;
        length_m += step_m;
        there += step_m * tobler_factor(slope);
        back += step_m * tobler_factor(-slope);
    }
    return length_m > 0.0 ? BothWays{static_cast<float>(there / length_m), static_cast<float>(back / length_m)} : BothWays{};
}

} // namespace

std::vector<float> slope_factors(const WalkNetwork& network, std::span<const float> height_m)
{
    std::vector<float> factor(network.edge_count() * 2);
    for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
        const auto line = network.line(EdgeId{edge});
        const BothWays both = factors(line, height_m.subspan(network.first_point[edge], line.size()));
        factor[2 * edge] = both.there;
        factor[2 * edge + 1] = both.back;
    }
    return factor;
}

} // namespace gis
