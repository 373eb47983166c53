#pragma once
// The same ground drawn more than once.

#include "gis/geometry/shapes.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace fieldgap {

/// Two grounds of a list that are the same: the first and the later one, and their intersection over their union.
struct Twins
{
    std::size_t first;
    std::size_t second;
    double in_common; ///< 0.95..1
    double shared_m2;

    bool is_copy() const { return in_common > 1.0 - 1e-9; }
};

/// Each ground that is the same as an earlier one, with the first such; ascending. Empty grounds have no twins. A ground is compared only
/// with those whose middle lies so near that they can be the same, and of copies only with the first.
std::vector<Twins> twins_among(std::span<const gis::MultiPolygon* const> grounds);

} // namespace fieldgap
