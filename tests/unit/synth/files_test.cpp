#include "support/catch.hpp"

#include "gis/error.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "synth/synth.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

using namespace fieldgap;
namespace fs = std::filesystem;

namespace {

constexpr const char* files[] = {"city.toml",  "schools.gpkg",     "campuses.gpkg",  "fields.gpkg", "venues.gpkg",
                                 "gates.gpkg", "residential.gpkg", "districts.gpkg", "sites.gpkg",  "network.gpkg"};

/// A folder of this test alone that goes away with it.
class Folder
{
public:
    Folder()
    {
        std::string name = (fs::temp_directory_path() / "fieldgap-synth-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

SynthSettings settings_for(const fs::path& folder, int schools)
{
    SynthSettings settings;
    settings.folder = folder.string();
    settings.schools = schools;
    return settings;
}

std::string bytes_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace

TEST_CASE("the same settings write the same bytes", "[synth]")
{
    const Folder folder;
    synthesise(settings_for(folder.path() / "a", 20));
    SynthSettings other = settings_for(folder.path() / "b", 20);
    other.threads = 3;
    synthesise(other);
    for (const char* file : files) {
        CAPTURE(file);
        const std::string bytes = bytes_of(folder.path() / "a" / file);
        REQUIRE(bytes.size() > 100);
        REQUIRE(bytes == bytes_of(folder.path() / "b" / file));
    }
}

TEST_CASE("files that are there are refused unless they may be replaced", "[synth]")
{
    const Folder folder;
    SynthSettings settings = settings_for(folder.path() / "new" / "city", 5);
    synthesise(settings);
    REQUIRE_THROWS_AS(synthesise(settings), gis::WriteError);
    settings.overwrite = true;
    REQUIRE_NOTHROW(synthesise(settings));
    fs::remove(folder.path() / "new" / "city" / "schools.gpkg");
    settings.overwrite = false;
    REQUIRE_THROWS_AS(synthesise(settings), gis::WriteError);
    REQUIRE_FALSE(fs::exists(folder.path() / "new" / "city" / "schools.gpkg"));
}

TEST_CASE("a folder that is a file is no folder", "[synth]")
{
    const Folder folder;
    std::ofstream(folder.path() / "file") << "x";
    REQUIRE_THROWS_AS(synthesise(settings_for(folder.path() / "file", 5)), gis::WriteError);
}

TEST_CASE("a network that is not there is an error of the input", "[synth]")
{
    const Folder folder;
    SynthSettings settings = settings_for(folder.path(), 5);
    settings.network_path = (folder.path() / "missing.osm.pbf").string();
    REQUIRE_THROWS_AS(synthesise(settings), gis::Error);
    REQUIRE_FALSE(fs::exists(folder.path() / "city.toml"));
}

TEST_CASE("layers can be read again in the city's coordinate system", "[synth]")
{
    const Folder folder;
    synthesise(settings_for(folder.path(), 20));
    gis::VectorSource source;
    source.path = (folder.path() / "schools.gpkg").string();
    source.role = "schools";
    const gis::VectorLayer schools = gis::read_vector_layer(source);
    REQUIRE(schools.features.size() == 20);
    REQUIRE(schools.crs_authority == "EPSG:4548");
    REQUIRE(schools.column("enrol_primary"));
    REQUIRE(schools.column("parent_id"));
    const auto* at = std::get_if<gis::Point>(&schools.features.front().geometry);
    REQUIRE(at != nullptr);
    REQUIRE(std::fabs(at->x - 117.2) < 0.1);
    REQUIRE(std::fabs(at->y - 39.13) < 0.1);
}
