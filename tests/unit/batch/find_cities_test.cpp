#include "batch/cities/find_cities.hpp"

#include "gis/error.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::vector<std::string> names_of(const FoundCities& found)
{
    std::vector<std::string> names;
    for (const BatchCity& city : found.cities) {
        names.push_back(city.name);
    }
    return names;
}

using Names = std::vector<std::string>;

TEST_CASE("of a folder every config below it, in the order of the names")
{
    const TemporaryFolder folder;
    write(folder.path() / "b/city.toml", "[city]\nname = 'Hexi'\n");
    write(folder.path() / "a/deep/city.toml", "[city]\nname = 'Nankai'\n");
    write(folder.path() / "heping.toml", "[city]\n[inputs.schools]\npath = 'x'\n");
    write(folder.path() / "pyproject.toml", "[tool]\nx = 1\n");
    write(folder.path() / "out/old.toml", "[city]\n");
    const FoundCities found = find_cities({{folder.path().string()}, "", (folder.path() / "out").string()});
    CHECK(names_of(found) == Names{"Hexi", "Nankai", "heping"});
    REQUIRE(found.notes.size() == 1);
    CHECK(found.notes[0].find("pyproject.toml") != std::string::npos);
}

TEST_CASE("a config that is no TOML is a city all the same, for its run to say what is wrong")
{
    const TemporaryFolder folder;
    write(folder.path() / "broken.toml", "[city]\nname = 'Open\n[inputs.schools\n");
    write(folder.path() / "other.toml", "name = 'open\n");
    CHECK(names_of(find_cities({{folder.path().string()}, "", ""})) == Names{"broken"});
}

TEST_CASE("a list names configs and folders, with what is not there as a city with a problem")
{
    const TemporaryFolder folder;
    write(folder.path() / "x/a.toml", "[city]\n");
    write(folder.path() / "x/y/b.toml", "[city]\n");
    write(folder.path() / "lists/cities.txt", "\xEF\xBB\xBF../x/a.toml\r\n\n# a comment\r\n..\\x\\y\r\n../x/gone.toml\n../x/a.toml\n");
    const FoundCities found = find_cities({{(folder.path() / "lists/cities.txt").string()}, "", ""});
    CHECK(names_of(found) == Names{"a", "b", "gone"});
    CHECK(found.cities[0].problem.empty());
    CHECK(found.cities[2].problem.find("cities.txt:5") != std::string::npos);
    REQUIRE(found.notes.size() == 1); // a.toml twice
}

TEST_CASE("with a template every sub-folder is a city")
{
    const TemporaryFolder folder;
    write(folder.path() / "Heping/schools.csv", "");
    write(folder.path() / "Hexi/schools.csv", "");
    write(folder.path() / ".git/x", "");
    write(folder.path() / "template.toml", "[city]\n");
    const FoundCities found = find_cities({{folder.path().string()}, (folder.path() / "template.toml").string(), ""});
    CHECK(names_of(found) == Names{"Heping", "Hexi"});
    CHECK(found.cities[0].folder == (folder.path() / "Heping").string());
    CHECK_THROWS_AS(find_cities({{(folder.path() / "template.toml").string()}, "t.toml", ""}), gis::UsageError);
}

TEST_CASE("links that lead back are not followed for ever")
{
    const TemporaryFolder folder;
    write(folder.path() / "a/city.toml", "[city]\nname = 'A'\n");
    fs::create_directory_symlink("..", folder.path() / "a/up");
    CHECK(names_of(find_cities({{folder.path().string()}, "", ""})) == Names{"A"});
}

TEST_CASE("two cities of one name both run, and it is said")
{
    const TemporaryFolder folder;
    write(folder.path() / "a/city.toml", "[city]\nname = 'Heping'\n");
    write(folder.path() / "b/city.toml", "[city]\nname = 'Heping'\n");
    const FoundCities found = find_cities({{folder.path().string()}, "", ""});
    CHECK(names_of(found) == Names{"Heping", "Heping_2"});
    CHECK(found.cities[0].config == (folder.path() / "a/city.toml").string());
    CHECK(found.notes.size() == 1);
}

TEST_CASE("a path that is not there, and folders without a city, are wrong usage")
{
    const TemporaryFolder folder;
    CHECK_THROWS_AS(find_cities({{(folder.path() / "gone").string()}, "", ""}), gis::UsageError);
    CHECK_THROWS_AS(find_cities({{folder.path().string()}, "", ""}), gis::UsageError);
    CHECK_THROWS_AS(find_cities({{folder.path().string()}, "t.toml", ""}), gis::UsageError);
}

} // namespace
} // namespace fieldgap
