#include "layers/config/config.hpp"

#include "gis/error.hpp"
#include "support/catch.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

using namespace fieldgap;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;

namespace {

/// A folder of its own for each test, gone afterwards.
class ConfigFile
{
public:
    explicit ConfigFile(const std::string& content)
    {
        static int number = 0;
        folder_ = std::filesystem::temp_directory_path() / ("fieldgap_config_" + std::to_string(getpid()) + "_" + std::to_string(++number));
        std::filesystem::create_directories(folder_);
        std::ofstream(path(), std::ios::binary) << content;
    }
    ConfigFile(const ConfigFile&) = delete;
    ConfigFile& operator=(const ConfigFile&) = delete;
    ~ConfigFile() { std::filesystem::remove_all(folder_); }

    std::string path() const { return (folder_ / "heping.toml").string(); }
    std::string beside(const std::string& name) const { return (folder_ / name).string(); }

private:
    std::filesystem::path folder_;
};

const std::string least = "[inputs.schools]\npath = \"schools.shp\"\n";

Config read(const std::string& content, const std::vector<std::string>& overrides = {})
{
    const ConfigFile file(content);
    return read_config(file.path(), overrides);
}

std::string refusal(const std::string& content, const std::vector<std::string>& overrides = {})
{
    try {
        read(content, overrides);
    } catch (const gis::UsageError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("a config that names only the schools has the defaults of docs/rules.md", "[config]")
{
    const ConfigFile file(least);
    const auto config = read_config(file.path());
    REQUIRE(config.city_name == "heping");
    REQUIRE(config.inputs.size() == 1);
    REQUIRE(config.inputs.at(Role::schools).source.path == file.beside("schools.shp"));
    REQUIRE(config.inputs.at(Role::schools).written_path == "schools.shp");
    REQUIRE(config.inputs.at(Role::schools).source.role == "schools");
    REQUIRE(config.output.path == file.beside("heping.gpkg"));
    REQUIRE(config.settings.standard.of_stage[Stage::primary] == StageStandard::per_pupil(7.5));
    REQUIRE_FALSE(config.settings.standard.of_stage[Stage::senior]);
    REQUIRE(config.settings.standard.regime.name == "plan");
    REQUIRE_FALSE(config.settings.channels[Channel::rent].on);
}

TEST_CASE("every key of docs/rules.md is read", "[config]")
{
    const auto config = read(R"(
[city]
name = "Heping"
[inputs.schools]
path = "schools.shp"
layer = "schools"
where = "phase = 'open'"
encoding = "GB18030"
crs = "EPSG:4490"
datum = "gcj02"
columns = { id = "XXDM", x = "LON", y = "LAT" }
remote = false
[inputs.fields]
path = "fields.gpkg"
complete = true
[inputs.districts]
path = "city.osm.pbf"
admin_level = 9
[inputs.venues]
path = "city.osm.pbf"
exclude_sports = ["golf", "chess"]
[inputs.network]
path = "city.osm.pbf"
[inputs.dem]
path = "dem.tif"
[standards]
regime = "national"
split = "required"
area_source = "drawn"
primary = 8
junior = 9.5
senior = 11
floor = 0.8
cv_primary = 0.4
cv_junior = 0.3
[limits]
max_class_size = { primary = 40, junior = 41 }
max_school_size = { single = 1000, combined = 1500 }
[walk]
minutes = 15
speed_m_per_min = 60
snap_m = 50
join_m = 1.5
crossing_s = 20
steps_factor = 2
slope = true
area_buffer_m = 30
area_minutes = [5, 10.5]
squares = "outline"
speeds = [60, 80]
link_max_m = 40
trunk = "open"
[channels]
rent = { cost_per_m2 = 60, cap_m2 = 257000 }
expand = {}
[allocation]
objective = "area"
order = ["expand", "rent"]
[estates]
persons_per_household = 3
pupils_per_1000 = { primary = 50, junior = 25 }
max_walk_m = { primary = 600, junior = 1200 }
planned_first = false
[output]
path = "out/result.gpkg"
crs = "EPSG:4326"
styles = false
lang = "en"
)");
    const auto& schools = config.inputs.at(Role::schools);
    CHECK(schools.source.layer == "schools");
    CHECK(schools.source.where == "phase = 'open'");
    CHECK(schools.source.encoding == "GB18030");
    CHECK(schools.source.crs == "EPSG:4490");
    CHECK(schools.source.datum == gis::WebDatum::gcj02);
    CHECK(schools.source.coordinates.x == "LON");
    CHECK(schools.source.coordinates.y == "LAT");
    CHECK(schools.columns.at("id") == "XXDM");
    CHECK(config.inputs.at(Role::fields).complete == true);
    CHECK(config.inputs.at(Role::districts).admin_level == 9);
    CHECK(config.inputs.at(Role::venues).exclude_sports == std::vector<std::string>{"golf", "chess"});
    const auto& settings = config.settings;
    CHECK(settings.standard.regime.near_passes);
    CHECK(settings.standard.split == Split::required);
    CHECK(settings.standard.area_source == AreaSource::drawn);
    const auto each = [](double m2) { return std::optional(StageStandard::per_pupil(m2)); };
    CHECK(settings.standard.of_stage.values == std::array<std::optional<StageStandard>, 3>{each(8.0), each(9.5), each(11.0)});
    CHECK(settings.standard.floor == 0.8);
    CHECK(settings.standard.cv_limit[Stage::primary] == 0.4);
    CHECK(settings.standard.cv_limit[Stage::junior] == 0.3);
    CHECK(settings.limits.max_class_size[Stage::primary] == 40);
    CHECK(settings.limits.max_class_size[Stage::junior] == 41);
    CHECK(settings.limits.max_school_single == 1000);
    CHECK(settings.limits.max_school_combined == 1500);
    CHECK(settings.walk.minutes == 15.0);
    CHECK(settings.walk.speed_m_per_min == 60.0);
    CHECK(settings.walk.snap_m == 50.0);
    CHECK(settings.walk.join_m == 1.5);
    CHECK(settings.walk.crossing_s == 20.0);
    CHECK(settings.walk.steps_factor == 2.0);
    CHECK(settings.walk.slope);
    CHECK(settings.walk.area_buffer_m == 30.0);
    CHECK(settings.walk.area_minutes == std::vector{5.0, 10.5});
    CHECK(settings.walk.squares_by_outline);
    CHECK(settings.walk.speeds == std::vector{60.0, 80.0});
    CHECK(settings.walk.link_max_m == 40.0);
    CHECK(settings.walk.trunk_open);
    CHECK(settings.channels[Channel::rent].on);
    CHECK(settings.channels[Channel::rent].cost_per_m2 == 60.0);
    CHECK(settings.channels[Channel::rent].cap_m2 == 257000.0);
    CHECK(settings.channels[Channel::expand].on);
    CHECK_FALSE(settings.channels[Channel::share].on);
    CHECK(settings.allocation.order == std::array{Channel::expand, Channel::rent, Channel::share, Channel::basement});
    CHECK(settings.estates.persons_per_household == 3.0);
    CHECK(settings.estates.pupils_per_1000[Stage::junior] == 25.0);
    CHECK(settings.estates.max_walk_m[Stage::primary] == 600.0);
    CHECK_FALSE(settings.estates.planned_first);
    CHECK_THAT(config.output.path, EndsWith("/out/result.gpkg"));
    CHECK(config.output.crs == "EPSG:4326");
    CHECK_FALSE(config.output.styles);
}

TEST_CASE("an unknown key is named with line, column and the nearest known key", "[config]")
{
    CHECK_THAT(refusal(least + "[walk]\n  minuts = 15\n"),
               Contains("heping.toml:4:3: unknown key 'walk.minuts'; did you mean 'walk.minutes'?"));
    CHECK_THAT(refusal(least + "[wlak]\nminutes = 15\n"), Contains(":3:2: unknown key 'wlak'; did you mean 'walk'?"));
    CHECK_THAT(refusal(least + "[standards]\nminutes = 15\n"), Contains("'standards.minutes'; did you mean 'walk.minutes'?"));
    CHECK_THAT(refusal(least + "[inputs.school]\npath = \"a\"\n"), Contains("'inputs.school'; did you mean 'inputs.schools'?"));
    CHECK_THAT(refusal(least + "[limits]\nmax_class_size = { primry = 4 }\n"), Contains("did you mean 'limits.max_class_size.primary'?"));
    CHECK_THAT(refusal(least + "[city]\nelephants = 15\n"), Contains("unknown key 'city.elephants'; [city] knows name"));
    CHECK_THAT(refusal(least + "\"walk.minutes\" = 15\n"), Contains("unknown key"));
}

TEST_CASE("keys that later issues bring are unknown today", "[config]")
{
    CHECK_THAT(refusal(least + "[projection]\nyear = 2030\n"), Contains("unknown key"));
    CHECK_THAT(refusal(least + "[allocation]\nobjective = \"money\"\n"),
               Contains("is 'money'; one of: area, schools, pupils, budget would be right"));
    CHECK_THAT(refusal(least + "[output]\nlang = \"fr\"\n"), Contains("output.lang is 'fr'; one of: en, zh would be right"));
}

TEST_CASE("places for new venues are an input by either of two names", "[config]")
{
    const Config by_key = read(least + "[new_venues]\ncandidates = \"sites.gpkg\"\ncount = 3\narea_m2 = 4000\n");
    CHECK(by_key.inputs.at(Role::new_venues).written_path == "sites.gpkg");
    CHECK(by_key.inputs.at(Role::new_venues).source.role == "new_venues");
    CHECK(by_key.inputs.at(Role::new_venues).source.needs_crs);
    CHECK(by_key.settings.new_venues.count == 3);
    CHECK(by_key.settings.new_venues.area_m2 == 4000.0);
    CHECK_THAT(by_key.as_json, Contains("\"new_venues\":{\"path\":\"sites.gpkg\"") && Contains("\"count\":3"));
    const Config by_table = read(least + "[inputs.new_venues]\npath = \"sites.csv\"\ncolumns = { id = \"plot\" }\n");
    CHECK(by_table.inputs.at(Role::new_venues).columns.at("id") == "plot");
    CHECK(by_table.settings.new_venues.count == 1);
    CHECK_FALSE(by_table.settings.new_venues.area_m2.has_value());
    const Config by_both = read(least + "[new_venues]\ncandidates = \"sites.csv\"\n[inputs.new_venues]\ncrs = \"EPSG:4490\"\n");
    CHECK(by_both.inputs.at(Role::new_venues).source.crs == "EPSG:4490");
    const auto files = input_files_of(by_key);
    CHECK(std::any_of(files.begin(), files.end(), [](const gis::NamedFile& file) { return file.path.ends_with("/sites.gpkg"); }));
    CHECK_THAT(read(least).as_json, !Contains("new_venues"));
}

TEST_CASE("places for new venues that nobody names, or two files do, are refused", "[config]")
{
    CHECK_THAT(refusal(least + "[new_venues]\ncount = 3\n"), Contains("[new_venues] names no places; add candidates = \"FILE\""));
    CHECK_THAT(refusal(least + "[new_venues]\ncandidates = \"a.csv\"\n[inputs.new_venues]\npath = \"b.csv\"\n"),
               Contains("[new_venues] candidates and [inputs.new_venues] path both name files"));
    CHECK_THAT(refusal(least + "[new_venues]\ncandidates = 3\n"), Contains("new_venues.candidates is 3; a text in quotes would be right"));
    CHECK_THAT(refusal(least + "[new_venues]\ncandidates = \"a.csv\"\ncount = 0\n"), Contains("a whole number from 1 to"));
    CHECK_THAT(refusal(least + "[new_venues]\ncandidate = \"a.csv\"\n"), Contains("did you mean 'new_venues.candidates'?"));
}

TEST_CASE("a projection needs both of its years, in their order", "[config]")
{
    CHECK_THAT(refusal(least + "[projection]\nprimary = -0.02\n"), Contains("[projection] first_year is missing"));
    CHECK_THAT(refusal(least + "[projection]\nfirst_year = 2025\n"), Contains("[projection] until is missing"));
    CHECK_THAT(refusal(least + "[projection]\nfirst_year = 2025\nuntil = 2024\n"), Contains("until = 2024 lies before first_year = 2025"));
    CHECK_THAT(refusal(least + "[projection]\nprimary = -2\n"), Contains("a number from -0.5 to 0.5 per year would be right"));
    CHECK(refusal(least + "[projection]\nfirst_year = 2025\nuntil = 2025\n").empty());
}

TEST_CASE("a value of the wrong kind or out of bounds says the bounds and their unit", "[config]")
{
    CHECK_THAT(refusal(least + "[walk]\nminutes = \"ten\"\n"),
               Contains(":4:1: walk.minutes is 'ten'; a number from 0.1 to 240 minutes would be right"));
    for (const std::string number : {"0", "-1", "241", "nan", "inf", "-inf", "1e300", "true", "[1]", "{ a = 1 }", "1979-05-27"}) {
        CAPTURE(number);
        CHECK_THAT(refusal(least + "[walk]\nminutes = " + number + "\n"), Contains("walk.minutes"));
    }
    CHECK_THAT(refusal(least + "[limits]\nmax_school_size = { single = 1.5 }\n"), Contains("a whole number from 1 to 100000 pupils"));
    CHECK_THAT(refusal(least + "[limits]\nmax_school_size = { single = 9223372036854775807 }\n"), Contains("a whole number"));
    CHECK_THAT(refusal(least + "walk = 5\n"), Contains("inputs.schools.walk"));
    CHECK_THAT(refusal(least + "[walk]\nspeeds = [80, 60]\n"),
               Contains("a list of rising numbers from 20 to 200 m per minute would be right"));
    CHECK_THAT(refusal(least + "[walk]\nspeeds = []\n"), Contains("a list of rising numbers"));
    CHECK_THAT(refusal(least + "[walk]\nspeeds = [60, 201]\n"), Contains("a list of rising numbers"));
    CHECK_THAT(refusal(least + "[walk]\narea_minutes = [10, 10]\n"), Contains("an empty list, or one of rising numbers from 0.1 to 240"));
    CHECK_THAT(refusal(least + "[walk]\narea_minutes = [10, \"x\"]\n"), Contains("an empty list, or one of rising numbers"));
    CHECK_THAT(refusal("walk = 5\n" + least), Contains("walk is 5; a table would be right"));
    CHECK_THAT(refusal(least + "[output]\nstyles = 1\n"), Contains("true or false"));
    CHECK_THAT(refusal(least + "[allocation]\norder = [\"rent\", \"rent\"]\n"), Contains("each at most once"));
    CHECK_THAT(refusal(least + "columns = 5\n"), Contains("a table would be right"));
    CHECK_THAT(refusal("[inputs.schools]\npath = \"\"\n"), Contains("is empty"));
}

TEST_CASE("each open question is named", "[config]")
{
    const auto said = refusal("[inputs.schools]\npath = \"a.shp\"\ncrs = \"?\"\ncolumns = { id = \"?\" }\n[walk]\nminutes = \"?\"\n");
    CHECK_THAT(said, Contains("inputs.schools.crs (") && Contains("inputs.schools.columns.id (") && Contains("walk.minutes ("));
    CHECK_THAT(said, Contains("heping.toml:6:1"));
    CHECK_THAT(said, !Contains("\n"));
}

TEST_CASE("an answer given with --set closes a question", "[config]")
{
    const auto config = read(least + "crs = \"?\"\n", {"inputs.schools.crs=EPSG:4490"});
    REQUIRE(config.inputs.at(Role::schools).source.crs == "EPSG:4490");
}

TEST_CASE("overrides by --set take TOML, or text where it is none", "[config]")
{
    const auto config = read(least + "[walk]\nminutes = 5\n", {"walk.minutes=15", "city.name=Foo Bar", "inputs.network.path=x.osm.pbf",
                                                               "channels.rent={cost_per_m2=5}", "walk.minutes=20", "output.styles=false"});
    CHECK(config.settings.walk.minutes == 20.0);
    CHECK(config.city_name == "Foo Bar");
    CHECK_THAT(config.inputs.at(Role::network).source.path, EndsWith("/x.osm.pbf"));
    CHECK(config.settings.channels[Channel::rent].cost_per_m2 == 5.0);
    CHECK_FALSE(config.output.styles);
    CHECK(read(least, {"city.name=2020"}).city_name == "2020");
    CHECK(read(least, {R"(city.name="quoted")"}).city_name == "quoted");
    CHECK(read(least, {"city.name=a\"b"}).city_name == "a\"b");
    CHECK_THAT(refusal(least, {"walk.minuts=15"}), Contains("--set walk.minuts: unknown key") && Contains("walk.minutes"));
    CHECK_THAT(refusal(least, {"walk.minutes=soon"}), Contains("--set walk.minutes: walk.minutes is 'soon'"));
    CHECK_THAT(refusal(least, {"walk..minutes=5"}), Contains("is no key"));
    CHECK_THAT(refusal(least, {"=5"}), Contains("is no key"));
    CHECK_THAT(refusal(least, {"walk=5"}), Contains("a table would be right"));
}

TEST_CASE("what is no TOML is refused with its place", "[config]")
{
    CHECK_THAT(refusal(least + "[walk\n"), Contains("heping.toml:3:"));
    CHECK_THAT(refusal(least + "path = \"twice\"\n"), Contains("heping.toml:3:") && Contains("path"));
    CHECK_THAT(refusal("\xff\xfe"), Contains("heping.toml:1:"));
}

TEST_CASE("a config that is not there, or a folder, is unreadable input and no wrong usage", "[config]")
{
    const ConfigFile file(least);
    CHECK_THROWS_AS(read_config(file.beside("none.toml")), gis::Error);
    CHECK_THROWS_AS(read_config(file.beside("")), gis::Error);
    CHECK_THROWS_AS(read_config("/dev/zero"), gis::Error);
}

TEST_CASE("inputs that the settings need are asked for", "[config]")
{
    CHECK_THAT(refusal(""), Contains("[inputs.schools] is missing"));
    CHECK_THAT(refusal("[inputs.schools]\nlayer = \"a\"\n"), Contains("[inputs.schools] has no path"));
    CHECK_THAT(refusal(least + "[channels.rent]\n"), Contains("[channels] rent needs streets"));
    CHECK_THAT(refusal(least + "[channels]\nshare = {}\n"), Contains("[channels] share needs streets"));
    CHECK_THAT(refusal(least + "[inputs.residential]\npath = \"a\"\n"), Contains("[inputs.residential] needs streets"));
    CHECK_THAT(refusal(least + "[walk]\nslope = true\n"), Contains("[inputs.dem] is missing"));
    CHECK_THAT(refusal(least + "columns = { x = \"a\" }\n"), Contains("x and y go together"));
    CHECK(refusal(least + "[channels.basement]\n[channels.expand]\n").empty());
}

TEST_CASE("paths count from the config's folder, inside archives too", "[config]")
{
    const auto path_of = [](const std::string& written) {
        const ConfigFile file("[inputs.schools]\nremote = true\npath = \"" + written + "\"\n");
        auto path = read_config(file.path()).inputs.at(Role::schools).source.path;
        const auto folder = file.beside("");
        const auto at = path.find(folder);
        return at == std::string::npos ? path : path.replace(at, folder.size(), "HERE/");
    };
    CHECK(path_of("a/b.shp") == "HERE/a/b.shp");
    CHECK(path_of("./b.shp") == "HERE/b.shp");
    CHECK(path_of("/data/b.shp") == "/data/b.shp");
    CHECK(path_of("/vsizip/a.zip/b.shp") == "/vsizip/HERE/a.zip/b.shp");
    CHECK(path_of("/vsizip//data/a.zip/b.shp") == "/vsizip//data/a.zip/b.shp");
    CHECK(path_of("/vsizip/{a.zip}/b.shp") == "/vsizip/{HERE/a.zip}/b.shp");
    CHECK(path_of("/vsizip/{/vsizip/{a.zip}/b.zip}/c.shp") == "/vsizip/{/vsizip/{HERE/a.zip}/b.zip}/c.shp");
    CHECK(path_of("https://host/a.gpkg") == "https://host/a.gpkg");
    CHECK(path_of("PG:dbname=city") == "PG:dbname=city");
}

TEST_CASE("provenance shows neither passwords nor folders of this machine", "[config]")
{
    const auto shown = [](const std::string& written) {
        const auto config = read("[inputs.schools]\nremote = true\npath = \"" + written + "\"\n");
        const auto& path = config.inputs.at(Role::schools).written_path;
        CHECK_THAT(config.as_json, !Contains("hush") && !Contains("/secret_home/"));
        return path;
    };
    CHECK(shown("data/a.shp") == "data/a.shp");
    CHECK(shown("/secret_home/a.shp") == "a.shp");
    CHECK(shown("/vsizip//secret_home/a.zip/in/b.shp") == "a.zip/in/b.shp");
    CHECK(shown("PG:host=db password=hush user=me") == "PG:host=db password=*** user=me");
    CHECK(shown("PG:password='hush hush' user=me") == "PG:password=*** user=me");
    CHECK(shown("PG:PASSWORD = hush") == "PG:PASSWORD = ***");
    CHECK(shown("PG:x PGPASSWORD=hush") == "PG:x PGPASSWORD=***");
    CHECK(shown("https://me:hush@host/a.gpkg") == "https://me:***@host/a.gpkg");
    CHECK(shown("https://me:hu@hush@host/a.gpkg") == "https://me:***@host/a.gpkg");
    CHECK_THAT(refusal(least, {"walk.minutes=password=hush"}), !Contains("hush"));
}

TEST_CASE("the settings as JSON hold what is in force, the same for the same config", "[config]")
{
    const auto content =
        least + "[inputs.network]\npath = \"a.osm\"\n[channels]\nrent = { cost_per_m2 = 60 }\n[output]\npath = \"b.gpkg\"\n";
    const auto json = read(content).as_json;
    CHECK(json == read(content).as_json);
    CHECK_THAT(json, Contains(R"("inputs":{"schools":{"path":"schools.shp")") && Contains(R"("rent":{"cost_per_m2":60.0})"));
    CHECK_THAT(json, Contains(R"("objective":"area","max_nodes":20000,"order":["share","rent","basement","expand"])") &&
                         Contains(R"("primary":7.5)"));
    CHECK_THAT(json, !Contains("senior") && !Contains("basement\":{") && !Contains("b.gpkg") && !Contains("\"dem\""));
}

TEST_CASE("keys of a hundred thousand parts are refused and not descended into", "[config]")
{
    std::string deep = "a";
    for (int i = 0; i < 100000; ++i) {
        deep += ".a";
    }
    CHECK_THAT(refusal("[" + deep + "]\n"), Contains(":1:") && Contains("too many parts"));
    CHECK_THAT(refusal("x = { " + deep + " = 1 }\n"), Contains("too many parts"));
    CHECK_THAT(refusal("# 'a\n" + deep + " = 1\n"), Contains(":2:") && Contains("too many parts"));
    CHECK_FALSE(refusal("a = " + std::string(100000, '[')).empty());
    CHECK(refusal(least + "# " + deep + "\n[city]\nname = \"a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t\" # '\n").empty());
    CHECK_THAT(refusal(least + "[city]\nname = \"" + std::string(100000, 'x') + "\"\n"), Contains("longer than"));
}

TEST_CASE("no damage to a config ends in anything but a config or a refusal", "[config]")
{
    const std::string sound =
        least + "columns = { id = \"A\", 'b' = 'c' }\n[walk]\nminutes = 10.5 # text\n[channels]\nrent = { cost_per_m2 = 60 }\n"
                "[inputs.network]\npath = '''a'''\n[allocation]\norder = [\"rent\"]\n";
    const std::string letters = "\"'\\#=.,[]{}\n\t ?0\xff\xcf\xbe\x01" + std::string(1, '\0');
    const unsigned seed = 20240511;
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 3000; ++round) {
        auto damaged = sound;
        for (unsigned i = 0; i <= random() % 4; ++i) {
            damaged[random() % damaged.size()] = letters[random() % letters.size()];
        }
        if (random() % 4 == 0) {
            damaged.resize(random() % damaged.size());
        }
        CAPTURE(damaged);
        CHECK_NOTHROW(refusal(damaged));
    }
}

TEST_CASE("limits of channels, the objective and the plan are read", "[config]")
{
    const auto config = read(R"(
[inputs.schools]
path = "schools.shp"
[inputs.network]
path = "streets.shp"
[channels.rent]
min_lot_m2 = 200
max_schools_per_venue = 2
district_caps_m2 = { "和平" = 1000, "No. 3 District" = 50.5, Hedong = 7 }
[channels.share.district_caps_m2]
"和平" = 1
[allocation]
objective = "budget"
budget_per_year = 250000
max_nodes = 7
[plan]
as_of = 2021-12-31
until = "2022-12-31"
shortfall_m2 = 2108000
rent_m2 = 257000
basement_m2 = 25000
districts_pass = { 2021 = 5, 2022 = 16 }
hardship = { "Heping" = 1.2 }
)");
    const ChannelSettings& rent = config.settings.channels[Channel::rent];
    CHECK(rent.min_lot_m2 == 200.0);
    CHECK(rent.max_schools_per_venue == 2);
    CHECK(rent.district_caps_m2 == std::map<std::string, double>{{"和平", 1000.0}, {"No. 3 District", 50.5}, {"Hedong", 7.0}});
    CHECK(config.settings.channels[Channel::share].district_caps_m2.at("和平") == 1.0);
    CHECK(config.settings.allocation.objective == Objective::budget);
    CHECK(config.settings.allocation.budget_per_year == 250000.0);
    CHECK(config.settings.allocation.max_nodes == 7);
    CHECK(config.settings.plan.as_of == Date{2021, 12, 31});
    CHECK(config.settings.plan.until == Date{2022, 12, 31});
    CHECK(config.settings.plan.shortfall_m2 == 2108000.0);
    CHECK(config.settings.plan.booked_m2[Channel::rent] == 257000.0);
    CHECK_FALSE(config.settings.plan.booked_m2[Channel::expand]);
    CHECK(config.settings.plan.districts_to_pass.at("2022") == 16.0);
    CHECK(config.settings.plan.hardship_districts.at("Heping") == 1.2);
    CHECK(config.inputs.at(Role::schools).as_of == 2021);
    CHECK_THAT(config.as_json, Contains(R"("as_of":"2021-12-31")") && Contains(R"("district_caps_m2":{"Hedong":7.0,)"));
}

TEST_CASE("a wrong day, year, cap or a budget without a limit is refused with its place", "[config]")
{
    CHECK_THAT(refusal(least + "[plan]\nas_of = \"31.12.2021\"\n"), Contains("heping.toml:4:1") && Contains("a date such as 2021-12-31"));
    CHECK_THAT(refusal(least + "[plan]\nas_of = 2021\n"), Contains("a date such as 2021-12-31"));
    CHECK_THAT(refusal(least + "[plan]\nas_of = 2021-12-31T10:00:00\n"), Contains("a date or time"));
    CHECK_THAT(refusal(least + "[plan]\ndistricts_pass = { soon = 5 }\n"), Contains("plan.districts_pass.soon"));
    CHECK_THAT(refusal(least + "[plan]\nhardship = { Heping = \"high\" }\n"), Contains("a number from 0 to 100"));
    CHECK_THAT(refusal(least + "[plan]\nhardship = 3\n"), Contains("a table"));
    CHECK_THAT(refusal(least + "[channels.expand]\ndistrict_cap_m2 = { Heping = 1 }\n"), Contains("district_caps_m2"));
    CHECK_THAT(refusal(least + "[channels.expand]\ndistrict_caps_m2 = { Heping = -1 }\n"), Contains("a number from 0 to"));
    CHECK_THAT(refusal(least + "[channels.expand]\nmax_schools_per_venue = 0\n"), Contains("a whole number from 1 to"));
    CHECK_THAT(refusal(least + "[allocation]\nobjective = \"budget\"\n"), Contains("budget_per_year"));
    CHECK(read(least, {"plan.as_of=2021-06-30"}).settings.plan.as_of == Date{2021, 6, 30});
}

TEST_CASE("a register has a path from the config's folder and the day of the run, which also judges leases", "[config]")
{
    const Config config = read(least + "[register]\npath = \"office/register.gpkg\"\nas_of = 2021-09-30\n");
    CHECK_THAT(config.register_file.path, EndsWith("office/register.gpkg") && StartsWith("/"));
    CHECK(config.settings.strike_off.as_of == Date{2021, 9, 30});
    CHECK(config.settings.day_of_run() == Date{2021, 9, 30});
    CHECK(config.inputs.at(Role::schools).as_of == 2021);
    CHECK_THAT(config.as_json, Contains(R"("register":{"path":"office/register.gpkg","as_of":"2021-09-30"})"));

    const Config planned = read(least + "[register]\nas_of = 2021-09-30\n[plan]\nas_of = 2020-12-31\n");
    CHECK(planned.settings.day_of_run() == Date{2020, 12, 31});
    CHECK(planned.register_file.path.empty());
    CHECK_THAT(refusal(least + "[register]\npath = \"register.gpkg\"\n"), Contains("as_of"));
    CHECK_THAT(refusal(least + "[register]\nas_of = \"soon\"\n"), Contains("a date such as 2021-12-31"));
}

namespace {

const std::string two_programmes = least + R"([[programme]]
name = "C-grade buildings"
unit = "m2"
target = { 2020 = 64_000, 2021 = 64_000, 2022 = 11_000 }
total = 139_000
[[programme]]
name = "仪器"
[programme.target]
2020 = 129.2
[programme.done]
2020 = 100.25
)";

} // namespace

TEST_CASE("programmes are read in their order, each with its own keys", "[config]")
{
    const auto config = read(two_programmes + "[plan]\nrural_grounds_m2 = 490000\nrural_hard_before_m2 = 510000.5\n");
    const auto& programmes = config.settings.programmes;
    REQUIRE(programmes.size() == 2);
    CHECK(programmes[0].name == "C-grade buildings");
    CHECK(programmes[0].unit == "m2");
    CHECK(programmes[0].target == std::map<std::string, double>{{"2020", 64000.0}, {"2021", 64000.0}, {"2022", 11000.0}});
    CHECK(programmes[0].done.empty());
    CHECK(programmes[0].total == 139000.0);
    CHECK(programmes[1].name == "仪器");
    CHECK(programmes[1].unit.empty());
    CHECK(programmes[1].target == std::map<std::string, double>{{"2020", 129.2}});
    CHECK(programmes[1].done == std::map<std::string, double>{{"2020", 100.25}});
    CHECK_FALSE(programmes[1].total);
    CHECK(config.settings.plan.rural_grounds_m2 == 490000.0);
    CHECK(config.settings.plan.rural_hard_before_m2 == 510000.5);
    CHECK(read("programme = []\n" + least).settings.programmes.empty());
    CHECK(read("programme = [{name = \"A\", target.2020 = 1}, {name = \"B\", target.2021 = 2}]\n" + least).settings.programmes[1].name ==
          "B");
}

TEST_CASE("the provenance holds the programmes as the config has them", "[config]")
{
    const auto json = read(two_programmes).as_json;
    CHECK_THAT(json,
               EndsWith(R"("programme":[{"name":"C-grade buildings","unit":"m2","target":{"2020":64000.0,"2021":64000.0,"2022":11000.0},)"
                        R"("total":139000.0},{"name":"仪器","target":{"2020":129.2},"done":{"2020":100.25}}]})"));
    CHECK(read(least).as_json.find("programme") == std::string::npos);
}

TEST_CASE("a wrong key, year or number of a programme is refused with its place", "[config]")
{
    const auto in_second = [](const std::string& line) { return refusal(two_programmes + "[[programme]]\nname = \"C\"\n" + line + "\n"); };
    CHECK_THAT(in_second("targets = { 2020 = 1 }"),
               Contains("heping.toml:16:1: unknown key 'programme.targets'; did you mean 'programme.target'?"));
    CHECK_THAT(in_second("target = { 20 = 1 }"),
               Contains("heping.toml:16:12: the keys of this table are years such as 2021; 'programme.target.20'"));
    CHECK_THAT(in_second("target = { 0201 = 1 }"), Contains("are years"));
    CHECK_THAT(in_second("target = { 2020 = -1 }"), Contains("a number from 0 to 10000000000"));
    CHECK_THAT(in_second("target = { 2020 = nan }"), Contains("a number from 0 to 10000000000"));
    CHECK_THAT(in_second("target = { 2020 = \"many\" }"), Contains("'many'"));
    CHECK_THAT(in_second("total = 0.1234567"), Contains("at most six decimals"));
    CHECK_THAT(in_second("target = 5"), Contains("heping.toml:16:1: programme.target"));
    CHECK_THAT(in_second("target.2020 = \"?\""), Contains("questions are still open: programme.target.2020"));
    CHECK_THAT(refusal(least + "[[programe]]\nname = \"A\"\n"),
               Contains("heping.toml:3:3: unknown key 'programe'; did you mean 'programme'?"));
    CHECK_THAT(refusal("[[inputs.schools]]\npath = \"a.shp\"\n"), Contains("a table would be right"));
}

TEST_CASE("a programme needs a name of its own and a target", "[config]")
{
    CHECK_THAT(refusal(two_programmes + "[[programme]]\ntarget.2020 = 1\n"), Contains("heping.toml:14:1: a [[programme]] without a name"));
    CHECK_THAT(refusal(two_programmes + "[[programme]]\n"), Contains("heping.toml:14:1: a [[programme]] without a name"));
    CHECK_THAT(refusal(two_programmes + "[[programme]]\nname = \"D\"\n"), Contains("heping.toml:14:1: [[programme]] 'D' has no target"));
    CHECK_THAT(refusal(two_programmes + "[[programme]]\nname = \"仪器\"\ntarget.2020 = 1\n"),
               Contains("heping.toml:14:1: an earlier [[programme]] is named '仪器' too"));
}

TEST_CASE("programmes stand in the config, neither as one table nor with --set", "[config]")
{
    CHECK_THAT(refusal(least + "[programme]\nname = \"A\"\n"), Contains("heping.toml:3:2: programmes are tables of a list"));
    CHECK_THAT(refusal("programme = 5\n" + least), Contains("programmes are tables of a list"));
    for (const std::string setting : {"programme.name=A", "programme=[{name=\"A\", target={2020=1}}]", "programme=[]",
                                      "programme=", "programme.target.2020=5", "programme.name="}) {
        INFO(setting);
        CHECK_THAT(refusal(least, {setting}), Contains("neither [programme] nor --set"));
        CHECK_THAT(refusal(two_programmes, {setting}), Contains("neither [programme] nor --set"));
    }
}
