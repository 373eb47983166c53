#include "layers/places/likely_readings.hpp"
#include "layers/places/system_words.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace fieldgap;

namespace {

gis::VectorLayer table(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows)
{
    gis::VectorLayer layer;
    layer.columns = columns;
    for (const auto& row : rows) {
        layer.features.emplace_back().values.assign(row.begin(), row.end());
    }
    return layer;
}

std::vector<std::string> systems_of(const gis::VectorLayer& layer, const gis::Point& numbers, const std::string& path = "")
{
    const NamedTable named{&layer, path};
    std::vector<std::string> systems;
    for (const gis::CrsCandidate& one : likely_readings(std::span(&numbers, 1), place_evidence_of(std::span(&named, 1)))) {
        systems.push_back(one.needs_helmert ? "local" : one.reading.crs);
    }
    return systems;
}

constexpr gis::Point tianjin_m{517293.540, 4332955.206};

} // namespace

TEST_CASE("codes of Tianjin in ids leave the zone of Tianjin, and UTM beside it", "[places]")
{
    const std::vector<std::string> both = {"EPSG:4548", "EPSG:32650"};
    CHECK(systems_of(table({"id"}, {{"12010101"}, {"12010102"}, {"12010203"}}), tianjin_m) == both);
    CHECK(systems_of(table({"学校标识码"}, {{"2112010101"}, {"2112010102"}, {"3112010203"}}), tianjin_m) == both);
    CHECK(systems_of(table({"电话"}, {{"12010101"}, {"12010102"}, {"12010203"}}), tianjin_m).size() > 6);
}

TEST_CASE("a city says more than its province", "[places]")
{
    const auto systems =
        systems_of(table({"学校名称", "地址"}, {{"一小", "四川省成都市东街"}, {"二小", "四川省成都市西街"}}), {408310.0, 3394170.0});
    REQUIRE_FALSE(systems.empty());
    CHECK(systems.front() == "EPSG:4544");
}

TEST_CASE("names of files say the place and the datum", "[places]")
{
    const gis::VectorLayer bare = table({"name"}, {{"一小"}, {"二小"}});
    CHECK(systems_of(bare, tianjin_m, "天津市/学校.shp").front() == "EPSG:4548");
    CHECK(systems_of(bare, tianjin_m, "天津市/学校_西安80.shp") == std::vector<std::string>{"EPSG:2384"});
    CHECK(systems_of(bare, tianjin_m, "天津市/schools_utm.shp") == std::vector<std::string>{"EPSG:32650"});
}

TEST_CASE("the grid of the country is among what words of a country leave, and no sea", "[places]")
{
    const gis::VectorLayer english =
        table({"URN", "EstablishmentName"}, {{"106301", "Oak Primary School"}, {"106302", "Elm Primary School"}});
    CHECK(systems_of(english, {430100.0, 433900.0}) == std::vector<std::string>{"EPSG:27700"});
    const gis::VectorLayer german = table({"Schulname", "PLZ"}, {{"Grundschule Nord", "69214"}, {"Realschule Süd", "69115"}});
    CHECK(systems_of(german, {472579.0, 5472017.0}) == std::vector<std::string>{"EPSG:25832"});
    CHECK(systems_of(german, {3472640.0, 5473790.0}) == std::vector<std::string>{"EPSG:5677"});
}

TEST_CASE("a system is named in letters and digits that stand alone", "[places]")
{
    CHECK(short_names_of("ETRS89 / UTM zone 32N") == std::vector<std::string>{"etrs89", "utm32"});
    CHECK(short_names_of("RGF93 v1 / Lambert-93") == std::vector<std::string>{"rgf93", "lambert93"});
    CHECK(names_system("utm32ost", "utm32"));
    CHECK(names_system("schulen_utm32.csv", "utm32"));
    CHECK_FALSE(names_system("utm320", "utm32"));
    CHECK_FALSE(names_system("putm32", "utm32"));
}
