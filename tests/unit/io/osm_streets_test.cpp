#include "gis/geometry/geodesic.hpp"
#include "support/catch.hpp"
#include "unit/io/osm_support.hpp"

#include <cmath>

namespace {

using namespace osm_test;
using Lines = std::vector<gis::Line>;

const std::string footway = tag("highway", "footway");
const std::string three_nodes = nodes_at({{0, 0}, {1, 0}, {2, 0}});

} // namespace

TEST_CASE("ways that are walked become lines over shared nodes, numbered by their first use", "[osm]")
{
    const auto file = read(nodes_at({{9, 9}, {1, 0}, {2, 0}, {3, 1}}) + way(7, {4, 2}, footway) + way(8, {2, 3}, footway), streets());
    CHECK(file.streets.ref == std::vector<std::uint32_t>{0, 1, 1, 2});
    CHECK(file.streets.first_ref == std::vector<std::uint32_t>{0, 2, 4});
    CHECK(lines(file.streets) == Lines{{at(3, 1), at(1, 0)}, {at(1, 0), at(2, 0)}});
    CHECK(file.objects_read == 6);
    CHECK(file.features.empty());
}

TEST_CASE("a file without streets gives none", "[osm]")
{
    const auto file = read(three_nodes + way(1, {1, 2}, tag("building", "yes")), streets());
    CHECK(file.streets.line_count() == 0);
    CHECK(file.streets.first_ref == std::vector<std::uint32_t>{0});
    CHECK(file.streets.node.empty());
}

TEST_CASE("a street is cut where a node is missing, never joined across it", "[osm]")
{
    const auto file = read(nodes_at({{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}}) + way(1, {1, 2, 99, 3, 98, 4, 5}, footway), streets());
    CHECK(lines(file.streets) == Lines{{at(0, 0), at(1, 0)}, {at(3, 0), at(4, 0)}});
    CHECK(file.streets.node.size() == 4);
}

TEST_CASE("a node without a place, or with one off the earth, is a missing one", "[osm]")
{
    for (const std::string odd : {"<node id='4'/>", "<node id='4' lon='200' lat='50'/>", "<node id='4' lon='8' lat='95'/>"}) {
        const auto file = read(three_nodes + odd + way(1, {1, 2, 4, 3}, footway), streets());
        CHECK(lines(file.streets) == Lines{{at(0, 0), at(1, 0)}});
    }
}

TEST_CASE("nodes that repeat in a row are one", "[osm]")
{
    const auto file = read(three_nodes + way(1, {1, 1, 2, 2, 2, 3}, footway) + way(2, {3, 3}, footway), streets());
    CHECK(lines(file.streets) == Lines{{at(0, 0), at(1, 0), at(2, 0)}});
}

TEST_CASE("barriers and signals are flags of nodes, steps are flags of lines", "[osm]")
{
    const std::string nodes = "<node id='1' lon='8' lat='50'>" + tag("barrier", "gate") + tag("access", "private") + "</node>" +
                              "<node id='2' lon='8.001' lat='50'>" + tag("highway", "crossing") + tag("crossing", "traffic_signals") +
                              "</node>" + "<node id='3' lon='8.002' lat='50'/>";
    const auto file = read(nodes + way(1, {3, 2}, footway) + way(2, {2, 1}, tag("highway", "steps")), streets());
    CHECK(file.streets.node_flags == std::vector<std::uint8_t>{0, gis::node_signal | gis::node_lights, gis::node_private});
    CHECK(file.streets.line_flags == std::vector<std::uint8_t>{0, gis::line_steps});
}

TEST_CASE("ways and nodes that are private are kept as such, closed ones are not", "[osm]")
{
    const std::string barrier = tag("barrier", "gate");
    const std::string nodes = "<node id='1' lon='8' lat='50'>" + barrier + tag("foot", "no") + tag("access", "private") + "</node>" +
                              "<node id='2' lon='8.001' lat='50'>" + barrier + tag("foot", "private") + "</node>" +
                              "<node id='3' lon='8.002' lat='50'/>";
    const std::string ways = way(1, {1, 2}, tag("highway", "service") + tag("access", "private")) +
                             way(2, {2, 3}, tag("highway", "steps") + tag("foot", "private")) +
                             way(3, {1, 3}, tag("highway", "service") + tag("access", "no")) +
                             way(4, {1, 3}, tag("highway", "service") + tag("access", "private") + tag("foot", "yes"));
    const auto file = read(nodes + ways, streets());
    CHECK(file.streets.node_flags == std::vector<std::uint8_t>{gis::node_barred, gis::node_private, 0});
    CHECK(file.streets.line_flags == std::vector<std::uint8_t>{gis::line_private, gis::line_steps | gis::line_private, 0});
}

TEST_CASE("a private square is walked on its outline as private ways are, what it shares with a public one is public", "[osm]")
{
    const std::string nodes = nodes_at({{0, 0}, {4, 0}, {4, 4}, {0, 4}});
    const std::string ways = way(1, {1, 2, 3}, "") + way(2, {3, 4, 1}, "");
    const std::string kind = tag("type", "multipolygon") + tag("highway", "pedestrian");
    const std::string closed = relation(1, "way 1 outer,way 2 outer", kind + tag("access", "private"));
    CHECK(read(nodes + ways + closed, streets()).streets.line_flags == std::vector<std::uint8_t>{gis::line_private, gis::line_private});
    const auto both = read(nodes + ways + closed + relation(2, "way 2 outer", kind), streets()).streets;
    CHECK(lines(both) == Lines{{at(4, 4), at(0, 4), at(0, 0)}, {at(0, 0), at(4, 0), at(4, 4)}});
    CHECK(both.line_flags == std::vector<std::uint8_t>{0, gis::line_private});
}

TEST_CASE("a trunk road is walked only when open, else counted with its length", "[osm]")
{
    const std::string objects = three_nodes + way(1, {1, 2, 3}, tag("highway", "trunk"));
    const auto barred = read(objects, streets()).streets;
    CHECK(barred.line_count() == 0);
    CHECK(barred.trunk_ways_barred == 1);
    CHECK(std::fabs(barred.trunk_barred_m - gis::geodesic_length_m(at(0, 0), at(2, 0))) < 1e-6);

    gis::OsmWanted wanted = streets();
    wanted.foot.trunk_open = true;
    const auto open = read(objects, wanted).streets;
    CHECK(open.line_count() == 1);
    CHECK(open.trunk_ways_barred == 0);
    CHECK(open.trunk_barred_m == 0.0);
}

TEST_CASE("a square that is a relation is walked on its outline, over the nodes it shares", "[osm]")
{
    const std::string nodes = nodes_at({{0, 0}, {4, 0}, {4, 4}, {0, 4}, {1, 1}, {2, 1}, {2, 2}, {9, 9}});
    const std::string ways = way(1, {1, 2, 3}, "") + way(2, {3, 4, 1}, footway) + way(3, {5, 6, 7, 5}, tag("building", "yes")) +
                             way(4, {8, 1}, footway) + way(5, {8, 5}, tag("barrier", "fence"));
    const std::string square =
        relation(1, "way 1 outer,way 2 outer,way 3 inner", tag("type", "multipolygon") + tag("highway", "pedestrian"));
    const std::string again = relation(2, "way 1 outer", tag("type", "multipolygon") + tag("highway", "pedestrian"));
    const std::string barred = relation(3, "way 5 outer", tag("type", "multipolygon") + tag("highway", "motorway"));

    const auto file = read(nodes + ways + square + again + barred, streets());
    CHECK(lines(file.streets) == Lines{{at(4, 4), at(0, 4), at(0, 0)},
                                       {at(9, 9), at(0, 0)},
                                       {at(0, 0), at(4, 0), at(4, 4)},
                                       {at(1, 1), at(2, 1), at(2, 2), at(1, 1)}});
    CHECK(file.streets.node.size() == 8);
}

TEST_CASE("a square that is a closed way is walked on its outline", "[osm]")
{
    const auto file = read(three_nodes + way(1, {1, 2, 3, 1}, tag("highway", "pedestrian") + tag("area", "yes")), streets());
    CHECK(lines(file.streets) == Lines{{at(0, 0), at(1, 0), at(2, 0), at(0, 0)}});
}

TEST_CASE("objects in any order give the same streets as in order", "[osm]")
{
    const std::string ways = way(1, {1, 2}, footway) + way(2, {2, 3}, footway);
    const auto in_order = read(three_nodes + ways, streets());
    const auto ways_first = read(ways + three_nodes, streets());
    const auto reversed = read(way(2, {2, 3}, footway) + way(1, {1, 2}, footway) + three_nodes, streets());
    for (const auto* other : {&ways_first, &reversed}) {
        CHECK(other->streets.node == in_order.streets.node);
        CHECK(other->streets.ref == in_order.streets.ref);
        CHECK(other->objects_read == 5);
    }
}

TEST_CASE("of an object in several versions the last one counts, and none where that is deleted", "[osm]")
{
    const std::string old_node = "<node id='1' version='1' lon='1' lat='1'/><node id='1' version='2' lon='8' lat='50'/>";
    const std::string rest = "<node id='2' version='1' lon='8.001' lat='50'/>";
    const std::string ways = "<way id='1' version='1'><nd ref='1'/><nd ref='2'/>" + footway + "</way>" +
                             "<way id='2' version='1'><nd ref='1'/><nd ref='2'/>" + footway + "</way>" +
                             "<way id='2' version='2' visible='false'/>";
    const auto file = read(old_node + rest + ways, streets());
    CHECK(lines(file.streets) == Lines{{at(0, 0), at(1, 0)}});
    CHECK(file.objects_read == 3);
}

TEST_CASE("negative and huge numbers of nodes are found", "[osm]")
{
    const std::string nodes = "<node id='-1' lon='8' lat='50'/><node id='-2' lon='8.001' lat='50'/>"
                              "<node id='5' lon='8.002' lat='50'/><node id='9223372036854775000' lon='8.003' lat='50'/>";
    const std::string line =
        "<way id='-7'><nd ref='-2'/><nd ref='9223372036854775000'/><nd ref='-1'/><nd ref='5'/><nd ref='6'/>" + footway + "</way>";
    CHECK(lines(read(nodes + line, streets()).streets) == Lines{{at(1, 0), at(3, 0), at(0, 0), at(2, 0)}});
}

TEST_CASE("what an editor deleted is none, and the word alone deletes nothing", "[osm]")
{
    const std::string kept = way(1, {1, 2}, footway);
    const std::string gone = "<way id='2' version='1' action='delete'><nd ref='2'/><nd ref='3'/>" + footway + "</way>";
    const std::string changed =
        "<way id='3' version='1' action='modify'><nd ref='2'/><nd ref='3'/>" + footway + tag("note", "delete") + "</way>";
    CHECK(lines(read(three_nodes + kept + gone, streets()).streets) == Lines{{at(0, 0), at(1, 0)}});
    CHECK(lines(read(three_nodes + kept + changed, streets()).streets).size() == 2);
}
