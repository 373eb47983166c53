#pragma once
// Layers of a city compared with the streets: whether all of them together would lie better beside the streets in another datum.

#include "layers/crs/layer_fit.hpp"

#include <array>

namespace fieldgap {

/// What streets say, by datum (WGS 84, GCJ-02, BD-09).
struct StreetFit
{
    gis::WebDatum declared{};            ///< that of the layers compared
    std::optional<gis::WebDatum> datum;  ///< the one that clearly fits best; none where nothing can tell
    std::array<double, 3> median_m{};    ///< of points, to the nearest street (1500 m at most)
    std::array<std::size_t, 3> better{}; ///< features that lie better than as declared: points nearer, grounds crossed by less
    std::array<std::size_t, 3> worse{};
    std::size_t points = 0;
};

/// Compared are the layers that may be in another datum (see FitLayer) and have that of the first of them. A feature lies better where it
/// does by more than 5 m. Another datum is accepted where the chance that as many features lie better at random is below 1e-4, and where
/// at most one of eight moves of 0.7 and 1.5 km does half as well; the declared one where it beats both others with a chance below 1e-3.
/// `streets` in degrees.
StreetFit fit_to_streets(const std::vector<FitLayer>& layers, const gis::MultiLine& streets);

} // namespace fieldgap
