// Several files of one layout as one input.
#include "gis/error.hpp"
#include "gis/io/source/file_digest.hpp"
#include "layers/config/config.hpp"
#include "layers/input/input_files.hpp"
#include "layers/input/joined_files.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace fieldgap;
using Catch::Matchers::Contains;

namespace {

InputSpec two_files(const TemporaryFolder& folder, const std::string& first, const std::string& second)
{
    InputSpec spec;
    spec.source.role = "enrolment";
    spec.source.needs_crs = false;
    spec.source.path = folder.with("a.csv", first);
    spec.further_paths = {folder.with("b.csv", second)};
    return spec;
}

Config config_of(const TemporaryFolder& folder, const std::string& path)
{
    return read_config(folder.with("city.toml", "[inputs.schools]\npath = " + path + "\n"));
}

std::string refusal(const TemporaryFolder& folder, const std::string& path)
{
    try {
        config_of(folder, path);
    } catch (const gis::UsageError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("files of the same columns are one layer, whatever the order of these", "[input]")
{
    const TemporaryFolder folder;
    const auto layer = read_files_as_written(two_files(folder, "id,name\n1,a\n2,b\n", "name,id\nc,3\n"));
    REQUIRE(layer.features.size() == 3);
    CHECK(layer.features[2].values == std::vector<std::optional<std::string>>{"3", "c"});
    CHECK(layer.features[2].row == 3);
}

TEST_CASE("files of other columns are refused, with both heads", "[input]")
{
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(read_files_as_written(two_files(folder, "id,name\n1,a\n", "id,title\n2,b\n")),
                      Contains("a.csv") && Contains("b.csv") && Contains("id, title"));
}

TEST_CASE("a path is a text or a list of different texts", "[config]")
{
    const TemporaryFolder folder;
    const Config config = config_of(folder, R"(["a.csv", "sub/b.csv"])");
    const InputSpec& schools = config.inputs.at(Role::schools);
    CHECK(paths_of(schools) == std::vector<std::string>{folder / "a.csv", folder / "sub/b.csv"});
    CHECK(schools.written_path == "a.csv, sub/b.csv");
    CHECK_THAT(config.as_json, Contains(R"("path":["a.csv","sub/b.csv"])"));
    CHECK(input_files_of(config).size() == 2);
    CHECK(paths_of(config_of(folder, R"(["a.csv"])").inputs.at(Role::schools)).size() == 1);
    for (const std::string wrong : {"[]", R"(["a.csv", "a.csv"])", R"([""])", "3"}) {
        INFO(wrong);
        CHECK_THAT(refusal(folder, wrong), Contains("inputs.schools.path"));
    }
}

TEST_CASE("an OSM file is none of several", "[input]")
{
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(read_input_files(config_of(folder, R"(["a.csv", "b.osm.pbf"])"), 1, {}), Contains("b.osm.pbf"));
}

TEST_CASE("the digest of several files is that of one after the other", "[input]")
{
    const TemporaryFolder folder;
    const std::string both = folder.with("both.txt", "abcdef");
    const std::vector<std::string> parts = {folder.with("1.txt", "abc"), folder.with("2.txt", "def")};
    CHECK(gis::file_digest(parts).sha256 == gis::file_digest(both).sha256);
    CHECK(gis::file_digest(parts).bytes == 6);
}
