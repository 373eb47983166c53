#include "layers/text/road_class.hpp"

#include "support/catch.hpp"

namespace {

/// The classes in OpenStreetMap's words, `?` for one that is not known.
std::string classes(std::string_view cell)
{
    std::string list;
    for (const fieldgap::RoadClass& one : fieldgap::road_classes_of(cell)) {
        list += (list.empty() ? "" : " ") + one.known.value_or("?");
    }
    return list;
}

} // namespace

TEST_CASE("a cell of road classes may be a list in any writing", "[roads]")
{
    for (const char* cell : {"['residential', 'steps']", "residential;steps", "residential, steps", "Residential / Steps",
                             "{residential,steps}", "(2:residential,steps)", "[\"residential\",\"steps\"]", "residential|STEPS"}) {
        CAPTURE(cell);
        CHECK(classes(cell) == "residential steps");
    }
    CHECK(classes("主干路、支路") == "primary tertiary");
    CHECK(classes("").empty());
    CHECK(classes("  ").empty());
}

TEST_CASE("capitals, gaps and full-width letters of road classes do not matter", "[roads]")
{
    CHECK(classes("Living Street") == "living_street");
    CHECK(classes("living-street") == "living_street");
    CHECK(classes("ＭＯＴＯＲＷＡＹ") == "motorway");
}

TEST_CASE("Geofabrik's and TIGER's words and codes are known", "[roads]")
{
    CHECK(classes("track_grade2") == "track");
    CHECK(classes("5143") == "track");
    CHECK(classes("5111") == "motorway");
    CHECK(classes("5199") == "road");
    CHECK(classes("S1100") == "motorway");
    CHECK(classes("S1400") == "residential");
}

TEST_CASE("Chinese classes of roads are known, motorways and expressways by a part of their name", "[roads]")
{
    CHECK(classes("次干路") == "secondary");
    CHECK(classes("街坊路") == "residential");
    CHECK(classes("人行道") == "footway");
    CHECK(classes("快速路") == "trunk");
    CHECK(classes("城市快速干道") == "trunk");
    CHECK(classes("高架快速路") == "trunk");
    CHECK(classes("国家高速公路") == "motorway");
    CHECK(classes("京津高速公路联络线") == "motorway");
    CHECK(classes("北快速路辅路") == "unclassified");
}

TEST_CASE("words that are no road class stay unknown", "[roads]")
{
    CHECK(classes("river") == "?");
    CHECK(classes("A Road") == "?");
    CHECK(classes("7") == "?");
    CHECK(classes("residential;Gasse") == "residential ?");
}

TEST_CASE("codes of Chinese topographic maps are roads by who keeps them, or none", "[roads]")
{
    CHECK(classes("420101") == "primary");
    CHECK(classes("420301") == "tertiary");
    CHECK(classes("430200") == "trunk");
    CHECK(classes("430501") == "primary");
    CHECK(classes("430500") == "unclassified");
    CHECK(classes("430700") == "steps");
    CHECK(classes("440300") == "path");
    CHECK(classes("420102") == "construction");
    CHECK(classes("410101") == "no");
    CHECK(classes("430101") == "no");
    CHECK(classes("420601") == "?"); // a ramp: it is walked and listed
}
