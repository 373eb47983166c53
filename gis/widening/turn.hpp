#pragma once
// Directions in the order of a turn, without angles: 0 is east, 1 north, 2 west, 3 south, and every number between them is one direction.

#include "gis/geometry/shapes.hpp"

#include <cmath>

namespace gis {

inline constexpr double whole_turn = 4.0;

/// `direction` is not (0, 0); its length does not matter.
inline double turn_of(const Point& direction)
{
    const double rise = direction.y / (std::fabs(direction.x) + std::fabs(direction.y));
    const double turn = direction.x < 0.0 ? 2.0 - rise : rise;
    return turn < 0.0 ? turn + whole_turn : turn;
}

/// A vector of length 1; 0 <= turn <= 4.
inline Point direction_at(double turn)
{
    const double quarter = std::floor(turn);
    const double rest = turn - quarter;
    const double scale = 1.0 / std::hypot(1.0 - rest, rest);
    const double near = (1.0 - rest) * scale;
    const double far = rest * scale;
    switch (static_cast<int>(quarter) % 4) {
    case 0: return {near, far};
    case 1: return {-far, near};
    case 2: return {-near, -far};
    default: return {far, -near};
    }
}

} // namespace gis
