#pragma once

#include <cmath>

/// True where `value` is `expected` up to a share of it, or up to `margin` in its own unit. Never true for what is not a number.
inline bool is_close(double value, double expected, double share, double margin = 0.0)
{
    return std::fabs(value - expected) <= std::fmax(std::fabs(expected) * share, margin);
}
