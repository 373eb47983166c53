#pragma once
// Walks from places to places of one small town.

#include "gis/routes/walk_line.hpp"
#include "support/ascii_town.hpp"

#include <vector>

/// Walks in one town between named places, each a site of one entry.
struct Journey
{
    gis::WalkNetwork network;
    gis::SiteAccesses sources;
    gis::SiteAccesses targets;
    gis::Walks walks;

    gis::Line line(std::size_t walk = 0) const { return gis::walk_line(network, walks, walks.walk[walk], sources, targets); }
};

inline gis::ReachSettings ten_minutes()
{
    return {};
}

inline Journey journey(const AsciiTown& town, const std::vector<gis::Point>& from, const std::vector<gis::Point>& to,
                       const gis::ReachSettings& settings = ten_minutes(), const std::vector<float>& arc_factor = {})
{
    Journey journey;
    journey.network = town.network();
    journey.sources = AsciiTown::joined(journey.network, from);
    journey.targets = AsciiTown::joined(journey.network, to);
    const auto seconds = gis::arc_seconds(journey.network, settings.pace, arc_factor);
    journey.walks = gis::walks_within(journey.network, seconds, journey.sources, journey.targets, settings);
    return journey;
}

inline double length_m(const gis::Line& line)
{
    double sum_m = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        sum_m += gis::distance_m(line[i - 1], line[i]);
    }
    return sum_m;
}
