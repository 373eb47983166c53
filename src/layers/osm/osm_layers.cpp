#include "layers/osm/osm_layers.hpp"

#include "domain/city/issue_code.hpp"
#include "words/ascii.hpp"
#include "words/nearest.hpp"

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

bool is_entrance(const gis::OsmFeature& feature)
{
    return feature.kind == gis::OsmKind::node &&
           (osm::is_set(feature.tags, "entrance") || words::is_one_of(feature.tags["barrier"], {"gate", "lift_gate", "swing_gate"}));
}

bool is_barred(std::string_view access)
{
    return osm::are_all_of(osm::values_of(access), {"private", "no"});
}

bool is_boundary(const gis::OsmFeature& feature)
{
    const bool is_area = feature.kind == gis::OsmKind::relation || (feature.kind == gis::OsmKind::way && !feature.in_boundary);
    return is_area && feature.tags["boundary"] == "administrative";
}

} // namespace

gis::OsmWanted wanted_of_roles(const std::set<Role>& roles)
{
    gis::OsmWanted wanted;
    if (has_any(roles, {Role::schools, Role::campuses})) {
        want(wanted, {"amenity", {"school"}});
        wanted.areas.push_back({"landuse", {"education"}});
        wanted.sites = {{"amenity", {"school"}}, {"site", {"school"}}};
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

std::vector<Gate> gates_of_osm(OsmFeatures features, const gis::CityPlane& plane)
{
    std::vector<Gate> gates;
    for (const gis::OsmFeature& feature : features) {
        const std::optional<gis::Point> at = is_entrance(feature) ? osm::position_of(feature, plane) : std::nullopt;
        if (at) {
            Gate gate;
            gate.id = feature.id();
            gate.schools_only = is_barred(feature.tags["access"]) || is_barred(feature.tags["foot"]);
            gate.source = EntrySource::osm;
            gate.at = *at;
            gates.push_back(std::move(gate));
        }
    }
    osm::sort_by_id(gates);
    return gates;
}

std::vector<District> districts_of_osm(OsmFeatures features, int admin_level, const gis::CityPlane& plane, Findings& findings)
{
    const std::string wanted_level = std::to_string(admin_level);
    std::vector<District> districts;
    std::set<std::string> other_levels;
    bool found = false;
    for (const gis::OsmFeature& feature : features) {
        if (!is_boundary(feature)) {
            continue;
        }
        const std::string level(feature.tags["admin_level"]);
        if (level != wanted_level) {
            other_levels.insert(level.empty() ? "?" : level);
            continue;
        }
        found = true;
        gis::MultiPolygon ground = osm::ground_of(feature, "districts", plane, findings, osm::Limit::none);
        if (!ground.empty()) {
            districts.push_back({feature.id(), osm::name_of(feature.tags), std::move(ground)});
        }
    }
    if (!found) {
        const std::string others = words::joined({other_levels.begin(), other_levels.end()});
        findings.push_back({IssueCode::osm_no_district, "districts", {}, {}, {admin_level, others.empty() ? "none" : others}});
    }
    osm::sort_by_id(districts);
    return districts;
}

std::vector<Estate> estates_of_osm(OsmFeatures features, const gis::CityPlane& plane, Findings& findings)
{
    std::vector<Estate> estates;
    for (const gis::OsmFeature& feature : features) {
        if (feature.tags["landuse"] != "residential") {
            continue;
        }
        if (feature.kind == gis::OsmKind::node) {
            findings.push_back(osm::left_out(osm::finding_at(IssueCode::osm_node_no_area, "residential", feature, plane)));
            continue;
        }
        Estate estate;
        estate.id = feature.id();
        estate.name = osm::name_of(feature.tags);
        estate.ground = osm::ground_of(feature, "residential", plane, findings);
        if (!estate.ground.empty()) {
            estates.push_back(std::move(estate));
        }
    }
    osm::sort_by_id(estates);
    return estates;
}

} // namespace fieldgap
