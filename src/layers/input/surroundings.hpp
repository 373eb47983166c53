#pragma once
// Where a city is, and how far around it streets are kept (docs/rules.md rule 8).

#include "domain/city/city.hpp"
#include "domain/city/settings.hpp"
#include "gis/geometry/plane.hpp"
#include "gis/network/walk_network.hpp"

#include <optional>
#include <span>

namespace fieldgap {

/// Schools with the campuses that are theirs, venues within the walk of one of them as the crow flies, and estates; in the CityPlane.
gis::Box extent_of(const City& city, const WalkSettings& walk);

/// Of sites that are not in the city.
gis::Box extent_of(std::span<const Estate> estates);

/// True where nothing of `inner` lies outside `outer`.
bool holds(const gis::Box& outer, const gis::Box& inner);

/// How far beyond the extent streets are kept: 5 km, and more where a walk within its limit may lead farther out and back.
double margin_m(const Settings& settings);

/// The extent widened by `by_m`.
struct Surroundings
{
    gis::Box metres;  ///< in the CityPlane
    gis::Box degrees; ///< the smallest box of degrees around it
};

/// None where no box of degrees is around it: too wide, near a pole, or across the 180th meridian. Then all streets are kept.
std::optional<Surroundings> surroundings_of(const gis::Box& extent, double by_m, const gis::CityPlane& plane);

/// Where a network that was cut to `around` knows every street and the length of its part as the whole file does.
gis::Box whole_within(const Surroundings& around);

} // namespace fieldgap
