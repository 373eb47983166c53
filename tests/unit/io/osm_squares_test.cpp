#include "gis/squares/joined_streets.hpp"
#include "support/catch.hpp"
#include "unit/io/osm_support.hpp"

namespace {

using namespace osm_test;

const std::string four_nodes = nodes_at({{0, 0}, {4, 0}, {4, 4}, {0, 4}});
const std::string pedestrian = tag("highway", "pedestrian");
const std::string multipolygon = tag("type", "multipolygon");

gis::Streets across(const std::string& objects)
{
    gis::OsmWanted wanted;
    wanted.ways = true;
    return gis::joined(read(objects, wanted).ways, gis::Squares::across);
}

} // namespace

TEST_CASE("closed ways of a walked class with area=yes are squares, others are streets", "[osm]")
{
    CHECK(across(four_nodes + way(1, {1, 2, 3, 4, 1}, pedestrian + tag("area", "yes"))).squares.size() == 1);
    CHECK(across(four_nodes + way(1, {1, 2, 3, 4, 1}, tag("highway", "footway") + tag("area", "yes"))).squares.size() == 1);
    for (const std::string& tags : {pedestrian, pedestrian + tag("area", "no"), pedestrian + tag("place", "square"),
                                    tag("highway", "motorway") + tag("area", "yes"), tag("place", "square") + tag("area", "yes")}) {
        CAPTURE(tags);
        const gis::Streets streets = across(four_nodes + way(1, {1, 2, 3, 4, 1}, tags));
        CHECK(streets.squares.empty());
        CHECK(streets.uncrossed_squares.empty());
    }
}

TEST_CASE("multipolygons of a walked class or of place=square are squares, whatever their members are", "[osm]")
{
    for (const std::string& tags : {pedestrian, tag("place", "square")}) {
        for (const std::string& of_members : {std::string(), tag("highway", "footway"), tag("barrier", "fence")}) {
            CAPTURE(tags, of_members);
            const gis::Streets streets = across(four_nodes + way(1, {1, 2, 3}, of_members) + way(2, {1, 4, 3}, of_members) +
                                                relation(1, "way 1 outer,way 2 outer", multipolygon + tags));
            REQUIRE(streets.squares.size() == 1);
            CHECK(streets.squares[0].outer.size() == 5);
            CHECK(streets.line_count() == 2);
        }
    }
}

TEST_CASE("squares that are barred are none, private ones are private", "[osm]")
{
    const std::string ring = four_nodes + way(1, {1, 2, 3, 4, 1}, "");
    const std::string square = multipolygon + tag("place", "square");
    CHECK(across(ring + relation(1, "way 1 outer", square + tag("access", "no"))).line_count() == 0);
    const gis::Streets streets = across(ring + relation(1, "way 1 outer", square + tag("access", "private")));
    REQUIRE(streets.squares.size() == 1);
    CHECK(streets.squares[0].flags == gis::line_private);
    CHECK(streets.line_flags == std::vector<std::uint8_t>{gis::line_private});
}

TEST_CASE("a square of which a way or a node is missing is named and walked around", "[osm]")
{
    const std::string square = multipolygon + pedestrian;
    const gis::Streets member = across(four_nodes + way(1, {1, 2, 3, 4, 1}, "") + relation(5, "way 1 outer,way 9 inner", square));
    REQUIRE(member.uncrossed_squares.size() == 1);
    CHECK(member.uncrossed_squares[0].id == "relation/5");
    CHECK(member.uncrossed_squares[0].fault == gis::SquareFault::incomplete);
    CHECK(member.line_count() == 1);
    const gis::Streets node = across(four_nodes + way(1, {1, 2, 99, 3, 4, 1}, pedestrian + tag("area", "yes")));
    REQUIRE(node.uncrossed_squares.size() == 1);
    CHECK(node.uncrossed_squares[0].id == "way/1");
    CHECK(node.uncrossed_squares[0].fault == gis::SquareFault::incomplete);
}

TEST_CASE("a private way around a public square is walked by everybody", "[osm]")
{
    const std::string private_way = tag("highway", "service") + tag("access", "private");
    const gis::Streets streets =
        across(four_nodes + way(1, {1, 2, 3, 4, 1}, private_way) + relation(1, "way 1 outer", multipolygon + pedestrian));
    CHECK(streets.line_flags == std::vector<std::uint8_t>{gis::line_private, 0});
    CHECK(streets.squares.size() == 1);
}
