#pragma once
// Which sites lie near each other as the crow flies.

#include "domain/walk/site.hpp"

#include <functional>
#include <vector>

namespace fieldgap {

struct StraightPair
{
    std::uint32_t from = 0; ///< positions of the sites
    std::uint32_t to = 0;
    gis::Line line; ///< from where the two come nearest to each other, two points in the CityPlane
    double metres = 0.0;
};

/// Says of two sites whether it is worth looking how far they are apart. Called on all threads.
using IsWantedPair = std::function<bool(std::uint32_t from, std::uint32_t to)>;

/// The wanted pairs whose outlines come within `within_m` (1 mm slack, as for walks), by from, then to. A part of a site without an outline
/// stands for itself, and a site without parts is near nobody.
std::vector<StraightPair> straight_pairs(const std::vector<Site>& from, const std::vector<Site>& to, double within_m,
                                         const IsWantedPair& is_wanted);

} // namespace fieldgap
