#pragma once
// A street layer that lies beside all others: by how much it would have to be moved to fit.

#include "gis/geometry/shapes.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

struct StreetOffset
{
    gis::Point offset_m; ///< east and north, to be added to the streets; good to 10 m or so
    std::size_t tested = 0;
    std::size_t agree_declared = 0;
    std::size_t agree_then = 0;
};

/// The least move of up to 2 km with which the streets fit: they cross no ground and pass within 20 m of the gates. Accepted where eight of
/// ten agree then, a fifth more than as declared, and where the chance that one of all moves does as well is below 1e-4 (binomial, at the
/// rate of all moves). About 300 grounds and 300 gates within 50 km of their middle are tested; all of it in metres of one plane.
/// `roads` are those that cars use: paths do cross grounds.
std::optional<StreetOffset> offset_of_streets(const std::vector<gis::MultiPolygon>& grounds, const std::vector<gis::Point>& gates,
                                              const std::vector<std::span<const gis::Point>>& roads);

} // namespace fieldgap
