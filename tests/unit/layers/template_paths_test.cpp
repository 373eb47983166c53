#include "layers/config/template_paths.hpp"

#include "gis/error.hpp"
#include "layers/config/config.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;

class Province
{
public:
    explicit Province(const std::string& schools) { write("t.toml", "[city]\nname = 'x'\n[inputs.schools]\npath = " + schools + "\n"); }

    void write(const std::string& name, const std::string& text = "") const
    {
        const fs::path file = folder_.path() / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file) << text;
    }

    Config read(const std::string& city = "Heping") const
    {
        return read_config((folder_.path() / "t.toml").string(), {}, (folder_.path() / city).string());
    }

    std::string message(const std::string& city = "Heping") const
    {
        try {
            read(city);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return {};
    }

    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

private:
    TemporaryFolder folder_;
};

TEST_CASE("a template's star is the one file of the folder that it fits")
{
    const Province province("'schools*.csv'");
    province.write("Heping/schools_2021.csv");
    province.write("Heping/venues.csv");
    const Config config = province.read();
    CHECK(config.city_name == "Heping");
    CHECK(config.inputs.at(Role::schools).source.path == province.path("Heping/schools_2021.csv"));
    CHECK(config.inputs.at(Role::schools).written_path == "schools_2021.csv");
}

TEST_CASE("places for new venues are looked for in the folder as every input is")
{
    const Province province("'schools.csv'\n[new_venues]\ncandidates = 'sites_{city}*.csv'");
    province.write("Heping/schools.csv");
    province.write("Heping/sites_Heping_2026.csv");
    CHECK(province.read().inputs.at(Role::new_venues).source.path == province.path("Heping/sites_Heping_2026.csv"));
}

TEST_CASE("a star may stand in a folder's name, and {city} anywhere")
{
    const Province province("'20*/{city}_schools.csv'");
    province.write("Heping/2021/Heping_schools.csv");
    CHECK(province.read().inputs.at(Role::schools).source.path == province.path("Heping/2021/Heping_schools.csv"));
}

TEST_CASE("the parts of a shapefile are one file")
{
    const Province province("'学校*'");
    for (const char* part : {"shp", "shx", "dbf", "prj"}) {
        province.write(std::string("Heping/学校2021.") + part);
    }
    CHECK(province.read().inputs.at(Role::schools).source.path == province.path("Heping/学校2021.shp"));
}

TEST_CASE("capitals count only where both fit")
{
    const Province province("'schools.csv'");
    province.write("Heping/SCHOOLS.CSV");
    CHECK(province.read().inputs.at(Role::schools).source.path == province.path("Heping/SCHOOLS.CSV"));
    province.write("Heping/schools.csv");
    CHECK(province.read().inputs.at(Role::schools).source.path == province.path("Heping/schools.csv"));
}

TEST_CASE("no file that fits: the nearest is named")
{
    const Province province("'schools*.csv'");
    province.write("Heping/school_2021.csv");
    CHECK_THROWS_AS(province.read(), gis::Error);
    CHECK(province.message().find("'school_2021.csv'") != std::string::npos);
    CHECK(province.message().find("t.toml:4") != std::string::npos);
}

TEST_CASE("two files that fit are named, and none is taken")
{
    const Province province("'schools*.csv'");
    province.write("Heping/schools_2020.csv");
    province.write("Heping/schools_2021.csv");
    CHECK_THROWS_AS(province.read(), gis::UsageError);
    CHECK(province.message().find("schools_2020.csv, schools_2021.csv") != std::string::npos);
}

TEST_CASE("lists, archives and maps beside the folders are found")
{
    const Province province("['primary*.csv', '/vsizip/more*.zip/schools.csv']\n[inputs.network]\npath = '../map.osm.pbf'");
    province.write("Heping/primary_2021.csv");
    province.write("Heping/more_{city}.zip");
    province.write("map.osm.pbf");
    const Config config = province.read();
    CHECK(paths_of(config.inputs.at(Role::schools)) ==
          std::vector<std::string>{province.path("Heping/primary_2021.csv"),
                                   "/vsizip/" + province.path("Heping/more_{city}.zip/schools.csv")});
    CHECK(config.inputs.at(Role::network).source.path == province.path("map.osm.pbf"));
}

TEST_CASE("a name with {city} in it is that of the template")
{
    const Province province("'s.csv'");
    province.write("t.toml", "[city]\nname = '{city} 2021'\n[inputs.schools]\npath = 's.csv'\n[output]\npath = 'out/{city}.gpkg'\n");
    province.write("Heping/s.csv");
    CHECK(province.read().city_name == "Heping 2021");
    CHECK(province.read().output.path == province.path("Heping/out/Heping.gpkg"));
}

} // namespace
} // namespace fieldgap
