#include "gis/geometry/overlay.hpp"
#include "osm_support.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace fieldgap;
using namespace fieldgap::test;
using Strings = std::vector<std::string>;

namespace {

bool wants(const std::vector<gis::OsmFilter>& filters, const std::string& key, const std::string& value)
{
    return std::any_of(filters.begin(), filters.end(), [&](const gis::OsmFilter& filter) {
        return filter.key == key && (filter.values.empty() || std::count(filter.values.begin(), filter.values.end(), value) == 1);
    });
}

} // namespace

TEST_CASE("entrances and gates are gates, other barriers and entrance=no are not", "[osm][gates]")
{
    const std::vector<gis::OsmFeature> features = {node(1, {{"entrance", "main"}}, 1, 2),
                                                   node(2, {{"entrance", "no"}}, 0, 0),
                                                   node(3, {{"barrier", "gate"}}, 0, 0),
                                                   node(4, {{"barrier", "lift_gate"}}, 0, 0),
                                                   node(5, {{"barrier", "swing_gate"}}, 0, 0),
                                                   node(6, {{"barrier", "bollard"}}, 0, 0),
                                                   node(7, {{"entrance", "no"}, {"barrier", "gate"}}, 0, 0),
                                                   way(8, {{"barrier", "gate"}}, rectangle(0, 0, 9, 9))};
    const std::vector<Gate> gates = gates_of_osm(features, plane());
    Strings ids;
    for (const Gate& gate : gates) {
        ids.push_back(gate.id);
        CHECK(gate.source == EntrySource::osm);
        CHECK_FALSE(gate.owner_kind.has_value());
    }
    CHECK(ids == Strings{"node/1", "node/3", "node/4", "node/5", "node/7"});
    CHECK(gates[0].at.x == Approx(1.0));
}

TEST_CASE("a gate with access or foot private or no serves schools only", "[osm][gates]")
{
    const auto is_for_schools = [](const std::string& key, const std::string& value) {
        return gates_of_osm(std::vector{node(1, {{"barrier", "gate"}, {key, value}}, 0, 0)}, plane()).at(0).schools_only;
    };
    CHECK(is_for_schools("access", "private"));
    CHECK(is_for_schools("access", "no"));
    CHECK(is_for_schools("foot", "private"));
    CHECK(is_for_schools("foot", "no"));
    CHECK_FALSE(is_for_schools("foot", "yes"));
    CHECK_FALSE(is_for_schools("access", "permissive"));
    CHECK_FALSE(is_for_schools("motor_vehicle", "no"));
}

TEST_CASE("districts are the boundaries of one level, and ways only where no relation has them", "[osm][districts]")
{
    const Tags sixth = {{"boundary", "administrative"}, {"admin_level", "6"}, {"name", "和平区"}};
    gis::OsmFeature member = way(2, sixth, rectangle(0, 0, 500, 500));
    member.in_boundary = true;
    const std::vector<gis::OsmFeature> features = {
        relation(1, sixth, {{rectangle(0, 0, 500, 500), {}}}), member, way(3, sixth, rectangle(900, 0, 500, 500)),
        relation(4, {{"boundary", "administrative"}, {"admin_level", "8"}}, {{rectangle(0, 0, 9, 9), {}}}),
        broken(5, sixth, "incomplete", 10, 10)};
    Findings findings;
    const std::vector<District> districts = districts_of_osm(features, 6, plane(), findings);
    REQUIRE(districts.size() == 2);
    CHECK(districts[0].id == "relation/1");
    CHECK(districts[0].name == "和平区");
    CHECK(gis::area(districts[0].ground).square_metres() == Approx(250000.0).epsilon(1e-5));
    CHECK(districts[1].id == "way/3");
    CHECK(told(findings) == Strings{"osm_incomplete districts relation/5"});
}

TEST_CASE("where no boundary has the level, the levels of the file are named", "[osm][districts]")
{
    Findings findings;
    const std::vector<gis::OsmFeature> features = {
        relation(4, {{"boundary", "administrative"}, {"admin_level", "8"}}, {{rectangle(0, 0, 9, 9), {}}}),
        relation(5, {{"boundary", "administrative"}, {"admin_level", "4"}}, {{rectangle(0, 0, 9, 9), {}}})};
    CHECK(districts_of_osm(features, 6, plane(), findings).empty());
    REQUIRE(findings.size() == 1);
    CHECK(message_of(findings[0]) == "the file has no boundary of admin_level 6, only of 4, 8");
}

TEST_CASE("estates are residential areas, and a node of one is reported", "[osm][estates]")
{
    const Tags residential = {{"landuse", "residential"}, {"name", "阳光小区"}};
    Findings findings;
    const auto estates =
        estates_of_osm(std::vector{node(1, residential, 0, 0), way(2, residential, rectangle(0, 0, 50, 50)),
                                   way(3, {{"landuse", "retail"}}, rectangle(0, 0, 50, 50)), broken(4, residential, "ring", 0, 0)},
                       plane(), findings);
    REQUIRE(estates.size() == 1);
    CHECK(estates[0].id == "way/2");
    CHECK(estates[0].name == "阳光小区");
    CHECK(estates[0].phase == EstatePhase::existing);
    CHECK_FALSE(estates[0].households.has_value());
    CHECK(told(findings) == Strings{"osm_node_no_area residential node/1", "osm_ring_broken residential relation/4"});
}

TEST_CASE("only what the roles need is read", "[osm][wanted]")
{
    const gis::OsmWanted schools = wanted_of_roles({Role::schools});
    CHECK(wants(schools.areas, "amenity", "school"));
    CHECK(wants(schools.nodes, "amenity", "school"));
    CHECK(wants(schools.nodes, "entrance", "main"));
    CHECK(wants(schools.nodes, "barrier", "lift_gate"));
    CHECK_FALSE(wants(schools.nodes, "barrier", "bollard"));
    CHECK_FALSE(wants(schools.areas, "leisure", "pitch"));
    CHECK_FALSE(schools.streets);
    const gis::OsmWanted venues = wanted_of_roles({Role::venues, Role::network, Role::districts});
    for (const std::string leisure : {"pitch", "track", "sports_hall", "sports_centre", "stadium", "swimming_pool"}) {
        CHECK(wants(venues.areas, "leisure", leisure));
    }
    CHECK(wants(venues.areas, "building", "gymnasium"));
    CHECK(venues.streets);
    CHECK(venues.boundaries);
    CHECK(wants(wanted_of_roles({Role::residential}).areas, "landuse", "residential"));
    CHECK(wanted_of_roles({Role::dem}).nodes.empty());
}
