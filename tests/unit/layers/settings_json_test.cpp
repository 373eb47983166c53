// The settings of a result come back out of the config in its provenance.
#include "gis/error.hpp"
#include "layers/config/config_json.hpp"
#include "layers/config/settings_json.hpp"
#include "support/catch.hpp"

using namespace fieldgap;

namespace {

Config config_with_much()
{
    Config config;
    config.city_name = "Heping";
    Settings& settings = config.settings;
    settings.standard.regime = national_regime;
    settings.standard.of_stage[Stage::senior] = StageStandard::per_pupil(5.25);
    settings.standard.of_stage[Stage::junior] = StageStandard({{1, 400.0, 7.5}, {201, 2000.0, 9.5}});
    settings.standard.floor = 0.8;
    settings.walk.minutes = 12.5;
    settings.channels[Channel::rent].on = true;
    settings.channels[Channel::rent].cost_per_m2 = 60.0;
    settings.channels[Channel::rent].cap_m2 = 257000.0;
    settings.channels[Channel::rent].max_schools_per_venue = 3;
    settings.channels[Channel::rent].district_caps_m2 = {{"河东区", 1000.0}, {"a.b \"c\"", 5.5}};
    settings.channels[Channel::expand].on = true;
    settings.allocation.objective = Objective::budget;
    settings.allocation.budget_per_year = 1e9;
    settings.allocation.order = {Channel::rent, Channel::share, Channel::basement, Channel::expand};
    return config;
}

} // namespace

TEST_CASE("what as_json writes is read back as the same settings", "[config]")
{
    Config config = config_with_much();
    const config::WrittenSettings written = config::settings_in(config::as_json(config), "r.gpkg");
    const Settings& found = written.settings;
    CHECK(found.standard.regime.name == "national");
    CHECK(found.standard.of_stage == config.settings.standard.of_stage);
    CHECK(found.standard.floor == 0.8);
    CHECK(found.walk.minutes == 12.5);
    CHECK(found.channels[Channel::rent].on);
    CHECK_FALSE(found.channels[Channel::share].on);
    CHECK(found.channels[Channel::expand].on);
    CHECK(found.channels[Channel::rent].cap_m2 == 257000.0);
    CHECK(found.channels[Channel::rent].max_schools_per_venue == 3);
    CHECK(found.channels[Channel::rent].district_caps_m2 == config.settings.channels[Channel::rent].district_caps_m2);
    CHECK(found.allocation.objective == Objective::budget);
    CHECK(found.allocation.budget_per_year == 1e9);
    CHECK(found.allocation.order == config.settings.allocation.order);
    CHECK(written.values.at("standards.senior") == "5.25");
    CHECK(written.values.at("city.name") == "\"Heping\"");
}

TEST_CASE("a setting of another version is kept as text and read by nobody", "[config]")
{
    const auto written = config::settings_in(R"({"walk":{"minutes":5,"by_moonlight":true},"moon":{"phase":1}})", "r.gpkg");
    CHECK(written.settings.walk.minutes == 5.0);
    CHECK(written.values.at("walk.by_moonlight") == "true");
    CHECK(written.values.at("moon.phase") == "1");
}

TEST_CASE("what is no config, or holds what a key does not take, is refused", "[config]")
{
    std::string deep = "1";
    for (int i = 0; i < 1000; ++i) {
        deep = "{\"a\":" + deep + "}";
    }
    for (const std::string& json :
         {std::string("{"), std::string("[1]"), std::string(R"({"walk":{"minutes":"ten"}})"), std::string(R"({"walk":{"minutes":-1}})"),
          std::string(R"({"standards":{"regime":"moon"}})"), "{\"walk\":" + deep + "}"}) {
        INFO(json.substr(0, 80));
        CHECK_THROWS_AS(config::settings_in(json, "r.gpkg"), gis::UsageError);
    }
}
