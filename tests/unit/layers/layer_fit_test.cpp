#include "gis/geometry/datum.hpp"
#include "gis/io/crs/look_alikes.hpp"
#include "layers/crs/layer_fit.hpp"
#include "support/catch.hpp"

using namespace fieldgap;

namespace {

gis::MultiPolygon square(const gis::Point& at, double half)
{
    const gis::Ring ring = {{at.x - half, at.y - half},
                            {at.x + half, at.y - half},
                            {at.x + half, at.y + half},
                            {at.x - half, at.y + half},
                            {at.x - half, at.y - half}};
    return {{ring, {}}};
}

/// Forty campuses of 130 m in no regular order, each with its school.
struct Town
{
    FitLayer schools;
    FitLayer campuses;
};

Town town()
{
    Town town;
    town.schools.role = Role::schools;
    town.campuses.role = Role::campuses;
    for (int i = 0; i < 40; ++i) {
        const gis::Point at{117.2 + 0.017 * (i % 7) + 0.0013 * (i * i % 11), 39.1 + 0.013 * (i / 7) + 0.0011 * (i * i % 7)};
        const std::string id = std::to_string(i);
        town.schools.features.push_back({id, "", at});
        town.campuses.features.push_back({"c" + id, id, square(at, 0.0007)});
    }
    for (FitLayer* layer : {&town.schools, &town.campuses}) {
        layer->reading.crs = "EPSG:4326";
        layer->alternatives = gis::look_alikes(layer->reading, "EPSG:4326", {117.2, 39.1});
    }
    return town;
}

void move_schools(Town& town, gis::Point (*moved)(gis::Point))
{
    for (FitFeature& school : town.schools.features) {
        school.degrees = moved(std::get<gis::Point>(school.degrees));
    }
}

} // namespace

TEST_CASE("schools that lie in their campuses are left alone", "[fit]")
{
    const Town clean = town();
    CHECK(compare_layers({clean.schools, clean.campuses}).empty());
    CHECK(compare_layers({clean.schools}).empty());
    CHECK(compare_layers({}).empty());
}

TEST_CASE("schools of a web map are told from the campuses of a survey", "[fit]")
{
    for (const gis::WebDatum datum : {gis::WebDatum::gcj02, gis::WebDatum::bd09}) {
        Town shifted = town();
        move_schools(shifted, datum == gis::WebDatum::gcj02 ? gis::gcj02_of : gis::bd09_of);
        shifted.campuses.alternatives.clear();
        const auto verdicts = compare_layers({shifted.schools, shifted.campuses});
        REQUIRE(verdicts.size() == 1);
        CHECK(verdicts[0].layer == 0);
        REQUIRE(verdicts[0].cure);
        CHECK(verdicts[0].cure->datum == datum);
        CHECK(verdicts[0].tested == 40);
        CHECK(verdicts[0].agree_declared < 4);
        CHECK(verdicts[0].agree_then == 40);
    }
}

TEST_CASE("layers that are shifted alike have nothing to tell", "[fit]")
{
    Town shifted = town();
    move_schools(shifted, gis::gcj02_of);
    for (std::size_t i = 0; i < 40; ++i) {
        shifted.campuses.features[i].degrees = square(std::get<gis::Point>(shifted.schools.features[i].degrees), 0.0007);
    }
    CHECK(compare_layers({shifted.schools, shifted.campuses}).empty());
}

TEST_CASE("UTM numbers taken for Gauss-Kruger are found by the campuses", "[fit]")
{
    Town two = town();
    std::vector<gis::Point> places;
    for (const FitFeature& school : two.schools.features) {
        places.push_back(std::get<gis::Point>(school.degrees));
    }
    std::vector<gis::Point> numbers;
    for (const auto& number : gis::written_of({"EPSG:32650", gis::WebDatum::none, false, {}}, places)) {
        numbers.push_back(*number);
    }
    two.schools.reading = {"EPSG:4548", gis::WebDatum::none, false, {}};
    const auto read = gis::to_degrees(two.schools.reading, numbers);
    for (std::size_t i = 0; i < read.size(); ++i) {
        two.schools.features[i].degrees = *read[i];
    }
    two.schools.alternatives = gis::look_alikes(two.schools.reading, "EPSG:4548", {117.2, 39.1});
    two.campuses.alternatives.clear();
    const auto verdicts = compare_layers({two.schools, two.campuses});
    REQUIRE(verdicts.size() == 1);
    REQUIRE(verdicts[0].cure);
    CHECK(verdicts[0].cure->crs == "EPSG:32650");
    const auto agreeing = agreements({two.campuses, two.schools}, 1);
    REQUIRE(agreeing.size() == two.schools.alternatives.size() + 1);
    CHECK(agreeing[0].tested == 40);
    CHECK(agreeing[0].agree == 0);
}
