#include "support/catch.hpp"
#include "unit/io/osm_support.hpp"

namespace {

using namespace osm_test;

const std::string school = tag("amenity", "school");
const std::string multipolygon = tag("type", "multipolygon");
const gis::OsmWanted schools = areas({{"amenity", {"school"}}});
const std::string square = nodes_at({{0, 0}, {4, 0}, {4, 4}, {0, 4}, {1, 1}, {2, 1}, {2, 2}, {1, 2}});
const gis::Ring outer = {at(0, 0), at(4, 0), at(4, 4), at(0, 4), at(0, 0)};

const gis::MultiPolygon& ground(const gis::OsmFeature& feature)
{
    return std::get<gis::MultiPolygon>(feature.geometry);
}

bool has_nothing(const gis::OsmFeature& feature)
{
    return std::holds_alternative<std::monostate>(feature.geometry);
}

std::vector<std::string> ids(const gis::OsmFile& file)
{
    std::vector<std::string> result;
    for (const gis::OsmFeature& feature : file.features) {
        result.push_back(feature.id());
    }
    return result;
}

} // namespace

TEST_CASE("a closed way is a polygon as it stands, an open one a line, and all tags are kept", "[osm]")
{
    const auto file = read(square + way(1, {1, 2, 3, 4, 1}, tag("name", "小学") + school) + way(2, {1, 2}, school) +
                               way(3, {1, 3, 2, 4, 1}, school) + way(4, {1, 2}, tag("amenity", "bank")),
                           schools);
    REQUIRE(ids(file) == std::vector<std::string>{"way/1", "way/2", "way/3"});
    CHECK(ground(file.features[0]) == gis::MultiPolygon{{outer, {}}});
    CHECK(file.features[0].tags["name"] == "小学");
    CHECK(file.features[0].tags.list.size() == 2);
    CHECK_FALSE(file.features[0].tags.has("ref"));
    CHECK(std::get<gis::MultiLine>(file.features[1].geometry) == gis::MultiLine{{at(0, 0), at(4, 0)}});
    CHECK(ground(file.features[2]).front().outer.size() == 5);
}

TEST_CASE("wanted nodes are points, in the order of their numbers, before ways", "[osm]")
{
    gis::OsmWanted wanted = schools;
    wanted.nodes = {{"entrance", {}}, {"barrier", {"gate"}}};
    const std::string nodes = "<node id='20' lon='8' lat='50'>" + tag("entrance", "main") + "</node><node id='3' lon='9' lat='51'>" +
                              tag("barrier", "gate") + "</node><node id='4' lon='9' lat='51'>" + tag("barrier", "wall") +
                              "</node><node id='5'>" + tag("entrance", "yes") + "</node>";
    const auto file = read(nodes + way(1, {20, 3}, school), wanted);
    REQUIRE(ids(file) == std::vector<std::string>{"node/3", "node/5", "node/20", "way/1"});
    CHECK(std::get<gis::Point>(file.features[0].geometry) == gis::Point{9, 51});
    CHECK(file.features[1].problem == "incomplete");
    CHECK(has_nothing(file.features[1]));
}

TEST_CASE("a wanted way with missing nodes is incomplete, one with too few is no ring", "[osm]")
{
    const auto file = read(square + way(1, {99, 2, 3, 99}, school) + way(2, {1, 2, 1}, school) + way(3, {1}, school) + way(4, {}, school) +
                               way(5, {97, 98, 99, 97}, school),
                           schools);
    REQUIRE(file.features.size() == 5);
    CHECK(file.features[0].problem == "incomplete");
    CHECK(file.features[0].near == at(4, 0));
    CHECK(file.features[1].problem == "ring");
    CHECK(file.features[2].problem == "ring");
    CHECK(file.features[3].problem == "ring");
    CHECK(file.features[4].problem == "incomplete");
    CHECK(file.features[4].near == gis::Point{});
    for (const auto& feature : file.features) {
        CHECK(has_nothing(feature));
    }
}

TEST_CASE("a multipolygon is put together from open ways, with its holes", "[osm]")
{
    const auto file = read(square + way(1, {1, 2, 3}, "") + way(2, {1, 4, 3}, "") + way(3, {5, 6, 7, 8, 5}, tag("building", "yes")) +
                               relation(9, "way 1 outer,way 2 outer,way 3 inner,node 1 label", multipolygon + school),
                           schools);
    REQUIRE(ids(file) == std::vector<std::string>{"relation/9"});
    const gis::MultiPolygon& it = ground(file.features[0]);
    REQUIRE(it.size() == 1);
    CHECK(it[0].outer.size() == 5);
    CHECK(it[0].outer.front() == it[0].outer.back());
    REQUIRE(it[0].holes.size() == 1);
    CHECK(it[0].holes[0].size() == 5);
    CHECK(file.features[0].problem.empty());
    CHECK(file.features[0].tags["type"] == "multipolygon");
}

TEST_CASE("every wanted relation is reported, also where its rings fail", "[osm]")
{
    const std::string ways = way(1, {1, 2, 3}, "") + way(2, {5, 6, 99, 5}, "") + way(3, {1, 3, 2, 4, 1}, "");
    const auto file =
        read(square + ways + relation(1, "way 1 outer", multipolygon + school) + relation(2, "way 2 outer", multipolygon + school) +
                 relation(3, "way 3 outer", multipolygon + school) + relation(4, "way 1 outer,way 77 outer", multipolygon + school) +
                 relation(5, "node 3 label", multipolygon + school) + relation(6, "", multipolygon + school) +
                 relation(7, "way 1 outer", tag("type", "site") + school),
             schools);
    REQUIRE(file.features.size() == 6);
    const std::vector<std::string> problems = {"ring", "incomplete", "ring", "incomplete", "ring", "ring"};
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(file.features[i].problem == problems[i]);
        CHECK(has_nothing(file.features[i]));
    }
    CHECK(file.features[1].near == at(1, 1));
    CHECK(file.features[3].near == at(0, 0));
    CHECK(file.features[4].near == at(4, 4));
    CHECK(file.features[5].near == gis::Point{});
}

TEST_CASE("a closed way is left out where a multipolygon with the same main tag has it as outer member", "[osm]")
{
    const std::string pitch = tag("leisure", "pitch");
    const gis::OsmWanted wanted = areas({{"amenity", {"school"}}, {"leisure", {}}});
    const std::string ways = way(1, {1, 2, 3, 4, 1}, school + tag("name", "a")) + way(2, {1, 2, 3, 4, 1}, pitch) +
                             way(3, {5, 6, 7, 8, 5}, school) + way(4, {1, 2, 3, 4, 1}, tag("leisure", "track")) + way(5, {1, 2}, pitch);
    const auto file = read(square + ways + relation(1, "way 1 outer,way 3 inner", multipolygon + school) +
                               relation(2, "way 2", multipolygon + pitch) + relation(3, "way 4 outer,way 5 outer", multipolygon + pitch),
                           wanted);
    CHECK(ids(file) == std::vector<std::string>{"way/3", "way/4", "way/5", "relation/1", "relation/2", "relation/3"});
}

TEST_CASE("boundaries are administrative relations, and closed ways of none", "[osm]")
{
    gis::OsmWanted wanted;
    wanted.boundaries = true;
    const std::string administrative = tag("boundary", "administrative");
    const std::string boundary = tag("type", "boundary");
    const std::string ways =
        way(1, {1, 2, 3, 4, 1}, administrative) + way(2, {5, 6, 7, 8, 5}, administrative) + way(3, {1, 2}, administrative);
    const std::string relations =
        relation(1, "way 1 outer", boundary + administrative) + relation(2, "way 1 outer", boundary + tag("boundary", "national_park"));
    CHECK(ids(read(square + ways + relations, wanted)) == std::vector<std::string>{"way/2", "relation/1"});

    wanted.areas = {{"landuse", {}}};
    const auto file = read(square + way(1, {1, 2, 3, 4, 1}, tag("landuse", "residential")) + relations, wanted);
    REQUIRE(ids(file) == std::vector<std::string>{"way/1", "relation/1"});
    CHECK(file.features[0].in_boundary);
}

TEST_CASE("areas come out the same whatever the order of the objects", "[osm]")
{
    const std::string ways = way(1, {1, 2, 3}, "") + way(2, {3, 4, 1}, "");
    const std::string it = relation(9, "way 1 outer,way 2 outer", multipolygon + school);
    const auto in_order = read(square + ways + it, schools);
    for (const std::string& text : {it + ways + square, ways + it + square, square + it + ways}) {
        const auto other = read(text, schools);
        REQUIRE(other.features.size() == 1);
        CHECK(ground(other.features[0]) == ground(in_order.features[0]));
    }
}

TEST_CASE("texts that are no UTF-8 are mended on the way in", "[osm]")
{
    const TemporaryFile file("<?xml version='1.0' encoding='ISO-8859-1'?><osm version='0.6'>" + square +
                                 way(1, {1, 2, 3, 4, 1},
                                     school + tag("name", "\xC9"
                                                          "cole")) +
                                 "</osm>",
                             ".osm");
    CHECK(gis::read_osm(file.path(), schools, 1).features.at(0).tags["name"] == "École");
}
