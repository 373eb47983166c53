#pragma once
// What is seen across ground, by trying hard and knowing little.

#include "gis/geometry/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sight {

struct SightLine
{
    gis::Point a;
    gis::Point b;
};

inline std::vector<gis::Ring> rings_of(const gis::Polygon& ground)
{
    std::vector<gis::Ring> rings{ground.outer};
    rings.insert(rings.end(), ground.holes.begin(), ground.holes.end());
    return rings;
}

inline bool is_inside(const gis::Polygon& ground, const gis::Point& at)
{
    bool inside = false;
    for (const gis::Ring& ring : rings_of(ground)) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const gis::Point& p = ring[i - 1];
            const gis::Point& q = ring[i];
            inside = inside != ((p.y > at.y) != (q.y > at.y) && p.x + (q.x - p.x) * (at.y - p.y) / (q.y - p.y) > at.x);
        }
    }
    return inside;
}

inline double to_outline_m(const gis::Polygon& ground, const gis::Point& at)
{
    double least_m = 1e9;
    for (const gis::Ring& ring : rings_of(ground)) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const gis::Point& p = ring[i - 1];
            const gis::Point& q = ring[i];
            const double length2 = (q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y);
            const double share = std::clamp(((at.x - p.x) * (q.x - p.x) + (at.y - p.y) * (q.y - p.y)) / length2, 0.0, 1.0);
            least_m = std::fmin(least_m, gis::distance_m(at, {p.x + share * (q.x - p.x), p.y + share * (q.y - p.y)}));
        }
    }
    return least_m;
}

/// Where the line meets the rings, as shares of its length, ends included.
inline std::vector<double> meetings(const gis::Polygon& ground, const SightLine& line)
{
    const auto side = [&line](const gis::Point& at) {
        return (line.b.x - line.a.x) * (at.y - line.a.y) - (line.b.y - line.a.y) * (at.x - line.a.x);
    };
    std::vector<double> shares{0.0, 1.0};
    for (const gis::Ring& ring : rings_of(ground)) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const double from = side(ring[i - 1]);
            const double to = side(ring[i]);
            const double along_ring = from / (from - to);
            const gis::Point at{ring[i - 1].x + along_ring * (ring[i].x - ring[i - 1].x),
                                ring[i - 1].y + along_ring * (ring[i].y - ring[i - 1].y)};
            const double share = gis::distance_m(line.a, at) / gis::distance_m(line.a, line.b);
            if ((from < 0.0) != (to < 0.0) && gis::distance_m(line.b, at) < gis::distance_m(line.a, line.b) && share < 1.0) {
                shares.push_back(share);
            }
        }
    }
    std::sort(shares.begin(), shares.end());
    return shares;
}

/// By many points of the line between where it meets the rings: how far it leaves the ground.
inline double leaves_by_m(const gis::Polygon& ground, const SightLine& line)
{
    constexpr int steps = 50;
    double most_m = 0.0;
    const std::vector<double> shares = meetings(ground, line);
    for (std::size_t i = 1; i < shares.size(); ++i) {
        for (int step = 1; step < steps; ++step) {
            const double share = shares[i - 1] + (shares[i] - shares[i - 1]) * step / steps;
            const gis::Point at{line.a.x + (line.b.x - line.a.x) * share, line.a.y + (line.b.y - line.a.y) * share};
            most_m = std::fmax(most_m, is_inside(ground, at) ? 0.0 : to_outline_m(ground, at));
        }
    }
    return most_m;
}

} // namespace sight
