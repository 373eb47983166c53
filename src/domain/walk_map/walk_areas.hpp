#pragma once
// What lies within some minutes of each school (docs/rules.md sections 6 and 8, walk_areas).

#include "domain/walk/reach.hpp"

#include <functional>

namespace fieldgap {

struct WalkArea
{
    SchoolIndex school{};
    double minutes = 0.0;
    gis::MultiPolygon ground;
};

using OnWalkArea = std::function<void(const WalkArea&)>;

/// By school, then minutes, of every open main school: what is walked of edges and connectors widened by `area_buffer_m`, with the school's
/// campuses and those of its branches. Where no street is reached, the campuses alone; a school without these has no area. None without
/// a network. Areas are made on all threads, a few hundred at a time, and handed over on this one.
void for_each_walk_area(const MeasuredCity& measured, const gis::SiteAccesses& of_school, const WalkNetworkView& walking,
                        const OnWalkArea& visit);

} // namespace fieldgap
