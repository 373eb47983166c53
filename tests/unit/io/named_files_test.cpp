#include "gis/io/source/named_files.hpp"

#include "gis/error.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>

using namespace gis;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

std::string made(const TemporaryFolder& folder, const std::string& name)
{
    const fs::path file = folder.path() / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file) << name;
    return file.string();
}

bool clash(const std::string& input, const std::string& output)
{
    return is_one_of({{"[inputs.schools]", input}}, output);
}

} // namespace

TEST_CASE("a file is an input by itself, by a link, by another way to it, and no other file is", "[named_files]")
{
    const TemporaryFolder folder;
    const std::string schools = made(folder, "schools.gpkg");
    const std::string other = made(folder, "other.gpkg");
    fs::create_symlink("schools.gpkg", folder.path() / "link.gpkg");
    fs::create_hard_link(schools, folder.path() / "hard.gpkg");
    fs::create_directory(folder.path() / "sub");
    CHECK(clash(schools, schools));
    CHECK(clash(schools, (folder.path() / "link.gpkg").string()));
    CHECK(clash(schools, (folder.path() / "hard.gpkg").string()));
    CHECK(clash(schools, (folder.path() / "sub/../schools.gpkg").string()));
    CHECK(clash((folder.path() / "link.gpkg").string(), schools));
    CHECK_FALSE(clash(schools, other));
    CHECK_FALSE(clash(schools, (folder.path() / "new.gpkg").string()));
}

TEST_CASE("the parts of a shapefile and the side files of a GeoPackage are inputs, capital letters or not", "[named_files]")
{
    const TemporaryFolder folder;
    CHECK(clash(made(folder, "a.shp"), made(folder, "a.dbf")));
    CHECK(clash(made(folder, "B.SHP"), made(folder, "B.PRJ")));
    CHECK(clash(made(folder, "c.gpkg"), (folder.path() / "c.gpkg-wal").string()));
    CHECK_FALSE(clash(made(folder, "d.shp"), (folder.path() / "d.gpkg").string()));
    CHECK_FALSE(clash(made(folder, "e.shp"), made(folder, "f.dbf")));
}

TEST_CASE("an archive is an input where something in it is read, in whichever way it is named", "[named_files]")
{
    const TemporaryFolder folder;
    const std::string zip = made(folder, "city.zip");
    CHECK(clash(zip, zip));
    CHECK(clash("/vsizip/" + zip + "/schools.shp", zip));
    CHECK(clash("/vsizip/{" + zip + "}/deep/schools.shp", zip));
    CHECK(clash("/vsizip/{/vsizip/{" + zip + "}/inner.zip}/schools.shp", zip));
    CHECK_FALSE(clash("/vsizip/" + zip + "/schools.shp", made(folder, "schools.shp")));
}

TEST_CASE("of a folder every file is an input but configs, and new names in it are free", "[named_files]")
{
    const TemporaryFolder folder;
    const std::string deep = made(folder, "data/deep/schools.gpkg");
    const std::string config = made(folder, "data/city.toml");
    const std::string data = (folder.path() / "data").string();
    CHECK(clash(data, deep));
    CHECK_FALSE(clash(data, config));
    CHECK_FALSE(clash(data, data + "/new.gpkg"));
    CHECK(files_read_for("PG:dbname=city").empty());
    CHECK(files_read_for("").empty());
}

TEST_CASE("a clash names both files and what names them, and devices never clash", "[named_files]")
{
    const TemporaryFolder folder;
    const std::string schools = made(folder, "schools.gpkg");
    const NamedFile input{"[inputs.schools]", schools};
    CHECK_NOTHROW(refuse_clashes({input}, {{"output", folder.path() / "o.gpkg"}, {"--log-json", ""}}));
    CHECK_THROWS_WITH(refuse_clashes({input}, {{"--log-json", schools}}),
                      Contains("--log-json '" + schools) && Contains("[inputs.schools]"));
    CHECK_THROWS_AS(refuse_clashes({}, {{"output", "o.qgz"}, {"project", "./o.qgz"}}), UsageError);
    CHECK_NOTHROW(refuse_clashes({}, {{"--log-json", "/dev/null"}, {"output", "/dev/null"}}));
}
