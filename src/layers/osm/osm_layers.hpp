#pragma once
// From the tags of OpenStreetMap to the values of a City (docs/rules.md section 4, docs/standards.md 6.1, 6.2 and 6.4). Features come in
// degrees, as `gis::read_osm` gives them; everything returned is in the CityPlane, valid, and sorted by id as text. Ids are `node/N`,
// `way/N`, `relation/N`.
//
// What is read and not kept leaves a finding. Features that a file holds for other roles are passed over in silence: each function may be
// given all features of the file. The functions are pure; one plane must not be used from two threads.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"
#include "gis/geometry/plane.hpp"
#include "gis/io/osm/osm.hpp"
#include "layers/columns/role.hpp"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace fieldgap {

using OsmFeatures = std::span<const gis::OsmFeature>;

/// What to ask of `gis::read_osm` for these roles. Entrances are read along with every role that has them. Foot rules are the caller's.
gis::OsmWanted wanted_of_roles(const std::set<Role>& roles);

/// Where the schools are, in degrees: nodes as they are, polygons and lines at the middle of their box. What lies nowhere is left out.
std::vector<gis::Point> osm_school_positions(OsmFeatures features);

/// One school for each `amenity=school`, but for what its name or level shows to be none (kindergartens, training centres, universities).
/// A node that stands for a polygon (in it, of the same name or where either has none) is an alias of that school. A school whose
/// outline cannot be used is a point. Pupils are unknown; `has_stage` is by tags, else by name.
std::vector<School> schools_of_osm(OsmFeatures features, const gis::CityPlane& plane, Findings& findings);

/// The grounds of the same schools, a campus each with the school's id. `names_schools`: the schools come from this file too, and
/// `school_id` names them; else it stays empty and location decides. Outlines that cannot be used are reported by `schools_of_osm` where
/// `names_schools`, else here.
std::vector<Campus> campuses_of_osm(OsmFeatures features, const gis::CityPlane& plane, bool names_schools, Findings& findings);

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

/// Every node that may be an entrance; whether it lies on an outline is seen later, so nothing is reported here.
std::vector<Gate> gates_of_osm(OsmFeatures features, const gis::CityPlane& plane);

/// Administrative boundaries of one level (1..12); reports where there is none, and which levels the file has.
std::vector<District> districts_of_osm(OsmFeatures features, int admin_level, const gis::CityPlane& plane, Findings& findings);

/// `landuse=residential`, all existing; OpenStreetMap knows neither households nor pupils.
std::vector<Estate> estates_of_osm(OsmFeatures features, const gis::CityPlane& plane, Findings& findings);

} // namespace fieldgap
