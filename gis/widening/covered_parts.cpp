#include "gis/widening/covered_parts.hpp"

#include "gis/widening/vectors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gis {
namespace {

/// Both values on one side of the range: so is all between them.
bool is_beside(double a, double b, double low, double high)
{
    return (a <= low && b <= low) || (a >= high && b >= high);
}

/// Where offset + t x slope lies between low and high.
Span between(double offset, double slope, double low, double high)
{
    constexpr double parallel = 1e-14;
    constexpr double everywhere = std::numeric_limits<double>::infinity();
    if (std::fabs(slope) < parallel) {
        return offset > low && offset < high ? Span{-everywhere, everywhere} : Span{0.0, 0.0};
    }
    const double a = (low - offset) / slope;
    const double b = (high - offset) / slope;
    return {std::min(a, b), std::max(a, b)};
}

} // namespace

Span in_strip(const StraightPiece& line, const Strip& strip, double by_m)
{
    const Point offset = minus(line.from, strip.from);
    const double across_m = cross(strip.along, offset);
    const double across_slope = cross(strip.along, line.along);
    if (is_beside(across_m, across_m + line.length_m * across_slope, -by_m, by_m)) {
        return {};
    }
    const double lengthwise_m = dot(offset, strip.along);
    const double lengthwise_slope = dot(line.along, strip.along);
    if (is_beside(lengthwise_m, lengthwise_m + line.length_m * lengthwise_slope, 0.0, strip.length_m)) {
        return {};
    }
    const Span lengthwise = between(lengthwise_m, lengthwise_slope, 0.0, strip.length_m);
    const Span across = between(across_m, across_slope, -by_m, by_m);
    return {std::max(lengthwise.from, across.from), std::min(lengthwise.to, across.to)};
}

Span in_disc(const StraightPiece& line, const Point& centre, double by_m)
{
    const Point offset = minus(centre, line.from);
    const double aside_m = cross(line.along, offset);
    const double left = by_m * by_m - aside_m * aside_m;
    const double middle_m = dot(line.along, offset);
    if (left <= 0.0 || middle_m < -by_m || middle_m > line.length_m + by_m) {
        return {};
    }
    const double half_m = std::sqrt(left);
    return {middle_m - half_m, middle_m + half_m};
}

Arc in_other_disc(const Point& centre, const Point& other, double by_m)
{
    const Point way = minus(other, centre);
    const double squared = dot(way, way);
    if (squared >= 4.0 * by_m * by_m || squared == 0.0) {
        return {};
    }
    const double rise = std::sqrt(by_m * by_m / squared - 0.25);
    return {{0.5 * way.x + rise * way.y, 0.5 * way.y - rise * way.x}, {0.5 * way.x - rise * way.y, 0.5 * way.y + rise * way.x}, true};
}

Arc in_other_strip(const Point& centre, const Strip& strip, double by_m)
{
    const Point offset = minus(centre, strip.from);
    const double lengthwise_m = dot(offset, strip.along);
    const double across_m = cross(strip.along, offset);
    const double off_m = std::fabs(across_m);
    if (off_m >= 2.0 * by_m) {
        return {};
    }
    const double half_m = std::sqrt(off_m * (2.0 * by_m - off_m));
    const bool comes_back = lengthwise_m - half_m >= 0.0 && lengthwise_m - half_m <= strip.length_m;
    const bool comes_ahead = lengthwise_m + half_m >= 0.0 && lengthwise_m + half_m <= strip.length_m;
    if (!comes_back && !comes_ahead) {
        return {};
    }
    const bool is_left = across_m >= 0.0;
    const Point away = is_left ? strip.left() : Point{strip.along.y, -strip.along.x};
    const auto place = [&](double along_m, double away_m) {
        return Point{along_m * strip.along.x + away_m * away.x, along_m * strip.along.y + away_m * away.y};
    };
    const Point near = place(0.0, -by_m);
    const Point back = comes_back ? place(-half_m, by_m - off_m) : near;
    const Point ahead = comes_ahead ? place(half_m, by_m - off_m) : near;
    return is_left ? Arc{back, ahead, true} : Arc{ahead, back, true};
}

Arc in_own_strip(const Strip& strip, bool at_from)
{
    const Point left = strip.left();
    const Point right{-left.x, -left.y};
    return at_from ? Arc{right, left, true} : Arc{left, right, true};
}

} // namespace gis
