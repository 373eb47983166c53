#pragma once
// Fields and venues from OpenStreetMap (docs/rules.md section 4, docs/standards.md 6.2).

#include "layers/osm/osm_tags.hpp"

namespace fieldgap {

/// The sports that schools do not use, where `[inputs.venues] exclude_sports` says nothing.
const std::vector<std::string>& default_excluded_sports();

/// Which of the two lists are wanted of this file; only those are filled and reported on.
struct OsmGroundsAsked
{
    bool fields = true;
    bool venues = true;
};

struct OsmGrounds
{
    std::vector<Field> fields; ///< `storeys` by building:levels
    std::vector<Venue> venues; ///< `min_net_m2` is 100; the ground is not yet net, and has one storey however high the hall
};

/// Pitches, tracks, halls and indoor pools: a field where at least half of it lies in one campus, else a venue if it is open to schools and
/// any of its sports is theirs. A sports centre or stadium that is no building gives its grounds (those that lie in it by at least half);
/// with none mapped it is a venue without known area, and in a campus it is nothing. Nodes have no area: outside campuses and mapped
/// grounds they are venues of unknown area. An indoor pool "inside a centre" lies by at least half in one that is not closed itself.
/// Campuses must be valid; any order.
OsmGrounds grounds_of_osm(OsmFeatures features, std::span<const Campus> campuses, const std::vector<std::string>& excluded_sports,
                          OsmGroundsAsked asked, const gis::CityPlane& plane, Findings& findings);

} // namespace fieldgap
