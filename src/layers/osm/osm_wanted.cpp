#include "layers/osm/osm_layers.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

bool has_any(const std::set<Role>& roles, std::initializer_list<Role> those)
{
    return std::any_of(those.begin(), those.end(), [&](Role role) { return roles.contains(role); });
}

void want(gis::OsmWanted& wanted, const gis::OsmFilter& filter)
{
    wanted.nodes.push_back(filter); // a node has no area, but it must be reported
    wanted.areas.push_back(filter);
}

} // namespace

gis::OsmWanted wanted_of_roles(const std::set<Role>& roles)
{
    gis::OsmWanted wanted;
    if (has_any(roles, {Role::schools, Role::campuses})) {
        want(wanted, {"amenity", {"school"}});
    }
    if (has_any(roles, {Role::fields, Role::venues})) {
        want(wanted, {"leisure", {"pitch", "track", "sports_hall", "sports_centre", "stadium", "swimming_pool"}});
        want(wanted, {"building", {"sports_hall", "gymnasium"}});
    }
    if (roles.contains(Role::buildings)) {
        wanted.areas.push_back({"building", {}});
    }
    if (roles.contains(Role::residential)) {
        want(wanted, {"landuse", {"residential"}});
    }
    if (has_any(roles, {Role::schools, Role::campuses, Role::venues, Role::residential, Role::gates})) {
        wanted.nodes.push_back({"entrance", {}});
        wanted.nodes.push_back({"barrier", {"gate", "lift_gate", "swing_gate"}});
    }
    wanted.boundaries = roles.contains(Role::districts);
    wanted.streets = roles.contains(Role::network);
    return wanted;
}

} // namespace fieldgap
