// Places as people write them on a command line.
#include "layers/input/site_text.hpp"

#include "gis/error.hpp"
#include "support/catch.hpp"

using namespace fieldgap;

namespace {

gis::Geometry read(const std::string& text)
{
    return layer_of_site(text).features.front().geometry;
}

bool is_refused(const std::string& text)
{
    try {
        layer_of_site(text);
    } catch (const gis::UsageError& error) {
        return std::string(error.what()).starts_with("--site '");
    }
    return false;
}

} // namespace

TEST_CASE("a point is read however its numbers are written", "[site_text]")
{
    for (const char* text : {"117.2,39.13", " 117.2 , 39.13 ", "117.2;39.13", "117.2 39.13", "117°12'E, 39°7'48\"N", "POINT (117.2 39.13)",
                             "SRID=4490;POINT(117.2 39.13)", R"({"type": "Point", "coordinates": [117.2, 39.13]})",
                             R"({"type": "Feature", "properties": {"a": 1}, "geometry": {"type": "Point", "coordinates": [117.2, 39.13]}})",
                             R"({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", )"
                             R"("coordinates": [117.2, 39.13]}}]})"}) {
        INFO(text);
        const gis::Geometry place = read(text);
        REQUIRE(std::holds_alternative<gis::Point>(place));
        CHECK(std::get<gis::Point>(place).x == Approx(117.2));
        CHECK(std::get<gis::Point>(place).y == Approx(39.13));
    }
}

TEST_CASE("west and south are negative", "[site_text]")
{
    const auto place = std::get<gis::Point>(read("-8.61,-41.15"));
    CHECK(place.x == -8.61);
    CHECK(place.y == -41.15);
}

TEST_CASE("an outline is read", "[site_text]")
{
    CHECK(std::holds_alternative<gis::MultiPolygon>(read("POLYGON ((0 0, 1 0, 1 1, 0 0))")));
    CHECK(std::holds_alternative<gis::MultiPolygon>(read("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))")));
}

TEST_CASE("what is no place is refused by name", "[site_text]")
{
    const std::string deep(20000, '[');
    for (const std::string& text :
         {std::string(), std::string(" "), std::string("here"), std::string("117.2"), std::string("117.2,north"), std::string("nan,nan"),
          std::string("POLYGON((1 2"), std::string("POINT EMPTY"), std::string("LINESTRING (0 0, 1 1)"), std::string("{"),
          std::string("{}"), std::string(R"({"type": "Feature"})"), std::string(R"({"type": "FeatureCollection", "features": []})"),
          std::string(R"({"type": "Polygon", "coordinates": "x"})"), "{\"type\": \"Polygon\", \"coordinates\": " + deep,
          "{\"type\": \"Polygon\", \"coordinates\": " + deep + std::string(20000, ']') + "}",
          "GEOMETRYCOLLECTION(" + std::string(3000, '('), std::string("\xff\xfe,1"), std::string(100000, '7')}) {
        INFO(text.substr(0, 40));
        CHECK(is_refused(text));
    }
}

TEST_CASE("a message shows a site on one short line", "[site_text]")
{
    CHECK(shown_site("a\nb\x1b[31m") == "a b [31m");
    CHECK(shown_site(std::string(61, 'x')) == std::string(60, 'x') + "...");
    CHECK(shown_site(std::string(59, 'x') + "\xe6\x9d\x8e") == std::string(59, 'x') + "...");
}

TEST_CASE("small numbers are degrees and large ones are of the schools' system", "[site_text]")
{
    CHECK(crs_of_site(gis::Point{117.2, 39.13}, "", "EPSG:4548") == "EPSG:4326");
    CHECK(crs_of_site(gis::Point{-180.0, 90.0}, "", "EPSG:4548") == "EPSG:4326");
    CHECK(crs_of_site(gis::Point{517000.0, 4332000.0}, "", "EPSG:4548") == "EPSG:4548");
    CHECK_THROWS_AS(crs_of_site(gis::Point{517000.0, 4332000.0}, "", ""), gis::UsageError);
}

TEST_CASE("latitude written first is refused by name", "[site_text]")
{
    const auto message_of = [](const gis::Geometry& place) {
        try {
            crs_of_site(place, "39.13,117.2", "EPSG:4548");
        } catch (const gis::UsageError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(message_of(gis::Point{39.13, 117.2}) == "--site '39.13,117.2': latitude 117.2 is outside -90..90; --site is LON,LAT");
    CHECK(message_of(gis::Point{39.13, -117.2}).find("latitude -117.2 is outside") != std::string::npos);
    CHECK_FALSE(message_of(gis::MultiPolygon{{{{39.1, 117.2}, {39.2, 117.2}, {39.2, 117.3}, {39.1, 117.2}}, {}}}).empty());
}
