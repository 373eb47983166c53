#include "gis/geometry/datum.hpp"

#include <cmath>

namespace gis {
namespace {

constexpr double pi = 3.14159265358979323846;

bool is_shifted_area(Point p)
{
    return p.x >= 72.004 && p.x <= 137.8347 && p.y >= 0.8293 && p.y <= 55.8271;
}

/// The two waves that both axes share.
double waves(double along)
{
    return (20.0 * std::sin(6.0 * along * pi) + 20.0 * std::sin(2.0 * along * pi)) * 2.0 / 3.0;
}

double north_offset(double x, double y)
{
    return -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::fabs(x)) + waves(x) +
           (20.0 * std::sin(y * pi) + 40.0 * std::sin(y / 3.0 * pi)) * 2.0 / 3.0 +
           (160.0 * std::sin(y / 12.0 * pi) + 320.0 * std::sin(y * pi / 30.0)) * 2.0 / 3.0;
}

double east_offset(double x, double y)
{
    return 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::fabs(x)) + waves(x) +
           (20.0 * std::sin(x * pi) + 40.0 * std::sin(x / 3.0 * pi)) * 2.0 / 3.0 +
           (150.0 * std::sin(x / 12.0 * pi) + 300.0 * std::sin(x / 30.0 * pi)) * 2.0 / 3.0;
}

Point bd09_from_gcj02(Point gcj02)
{
    constexpr double k = pi * 3000.0 / 180.0;
    const double radius = std::hypot(gcj02.x, gcj02.y) + 0.00002 * std::sin(gcj02.y * k);
    const double angle = std::atan2(gcj02.y, gcj02.x) + 0.000003 * std::cos(gcj02.x * k);
    return {radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006};
}

/// Undoes a shift that changes slowly: each step takes off the error of the one before (0.5 % of it remains).
Point undone(Point shifted, Point (*shift)(Point))
{
    Point guess = shifted;
    for (int step = 0; step < 10; ++step) {
        const Point there = shift(guess);
        guess = {guess.x - (there.x - shifted.x), guess.y - (there.y - shifted.y)};
    }
    return guess;
}

} // namespace

Point gcj02_of(Point wgs84)
{
    if (!is_shifted_area(wgs84)) {
        return wgs84;
    }
    constexpr double a = 6378245.0;
    constexpr double ee = 0.00669342162296594323;
    const double latitude = wgs84.y / 180.0 * pi;
    const double magic = 1.0 - ee * std::sin(latitude) * std::sin(latitude);
    const double root = std::sqrt(magic);
    const double north = north_offset(wgs84.x - 105.0, wgs84.y - 35.0);
    const double east = east_offset(wgs84.x - 105.0, wgs84.y - 35.0);
    return {wgs84.x + east * 180.0 / (a / root * std::cos(latitude) * pi),
            wgs84.y + north * 180.0 / (a * (1.0 - ee) / (magic * root) * pi)};
}

Point bd09_of(Point wgs84)
{
    return is_shifted_area(wgs84) ? bd09_from_gcj02(gcj02_of(wgs84)) : wgs84;
}

Point wgs84_from_gcj02(Point gcj02)
{
    return undone(gcj02, gcj02_of);
}

Point wgs84_from_bd09(Point bd09)
{
    return undone(bd09, bd09_of);
}

} // namespace gis
