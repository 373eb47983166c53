// A city kept in a file and fetched again.
#include "gis/io/source/file_digest.hpp"
#include "layers/prepared/prepared.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/error.hpp"
#include "layers/prepared/binary_archive.hpp"
#include "support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace fieldgap;

namespace {

namespace fs = std::filesystem;

struct Folder
{
    fs::path path = fs::temp_directory_path() / ("fieldgap_prepared_" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    std::string file(const char* name) const { return (path / name).string(); }
};

void write(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string read(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// A config that names one file, and a city with something of every kind.
struct Prepared
{
    Folder folder;
    Config config;
    KnownCity city{{{}, gis::CityPlane({117.2, 39.13}), {}, {}, {}, {}, {}}, {}};
    std::string path = folder.file("city.prepared");

    Prepared()
    {
        write(folder.file("schools.csv"), "id\nA\n");
        config.as_json = "{}";
        config.inputs[Role::schools].source.path = folder.file("schools.csv");
        config.inputs[Role::schools].written_path = "schools.csv";
        CityInput& input = city.input;
        School school;
        school.id = "A";
        school.aliases = {"a", "b"};
        school.pupils[Stage::primary] = 400;
        school.ground = {{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {{{0.1, 0.1}, {0.2, 0.1}, {0.2, 0.2}, {0.1, 0.1}}}}};
        input.city.schools = {school};
        input.streets.emplace();
        input.streets->first_arc = {0, 1};
        input.slope_factor = {1.5F};
        input.inputs.push_back({Role::schools, "schools.csv", "", "", "", 1, 1, 0, gis::file_digest(folder.file("schools.csv"))});
        input.findings.push_back({IssueCode::id_repeated, "schools", "A", gis::Point{1, 2}, {"A", 2, 0.5}});
        Findings none;
        city.results.owns = ownership(input.city, GroundSettings(), none);
        city.results.assessments.resize(1);
        city.results.assessments[0].own = ExactArea::hundredths(12345);
    }
    void keep() { write_prepared(path, "1", config, city); }
    PreparedCity fetched(const char* version = "1") const { return read_prepared(path, version, config); }
};

} // namespace

TEST_CASE("what was kept comes back", "[prepared]")
{
    Prepared prepared;
    prepared.keep();
    const PreparedCity back = prepared.fetched();
    REQUIRE(back.city);
    const CityInput& input = back.city->input;
    CHECK(input.plane.centre() == gis::Point{117.2, 39.13});
    REQUIRE(input.city.schools.size() == 1);
    CHECK(input.city.schools[0].aliases == std::vector<std::string>{"a", "b"});
    CHECK(input.city.schools[0].pupils[Stage::primary] == 400);
    CHECK_FALSE(input.city.schools[0].pupils[Stage::junior]);
    CHECK(input.city.schools[0].ground == prepared.city.input.city.schools[0].ground);
    CHECK(input.streets->first_arc == std::vector<std::uint32_t>{0, 1});
    CHECK(input.slope_factor == std::vector<float>{1.5F});
    CHECK(message_of(input.findings[0]) == message_of(prepared.city.input.findings[0]));
    CHECK(back.city->results.assessments[0].own == ExactArea::hundredths(12345));
    const auto& entries = back.city->results.reach.entries.of_school; // what they borrow is of the city that came back
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].at == std::vector{input.city.schools[0].at});
}

TEST_CASE("nothing is there before the first time", "[prepared]")
{
    const Prepared prepared;
    CHECK_FALSE(prepared.fetched().city);
    CHECK(prepared.fetched().why_not.empty());
}

TEST_CASE("a changed input, config or version makes it stale and a touched file does not", "[prepared]")
{
    Prepared prepared;
    prepared.keep();
    const std::string schools = prepared.folder.file("schools.csv");
    write(schools, "id\nA\n");
    fs::last_write_time(schools, fs::file_time_type::clock::now() + std::chrono::hours(1));
    CHECK(prepared.fetched().city);
    CHECK_FALSE(prepared.fetched("2").city);
    write(schools, "id\nB\n");
    CHECK(prepared.fetched().why_not.find("schools.csv") != std::string::npos);
    write(schools, "id\nA\n");
    CHECK(prepared.fetched().city);
    prepared.config.as_json = R"({"walk": 1})";
    CHECK_FALSE(prepared.fetched().city);
    prepared.config.as_json = "{}";
    fs::remove(schools);
    CHECK_FALSE(prepared.fetched().city);
}

TEST_CASE("a damaged file is said to be so, wherever it is cut or changed", "[prepared]")
{
    Prepared prepared;
    prepared.keep();
    const std::string whole = read(prepared.path);
    for (std::size_t size = 30; size < whole.size(); size += 7) {
        write(prepared.path, whole.substr(0, size));
        const PreparedCity cut = prepared.fetched();
        CHECK_FALSE(cut.city);
        CHECK_FALSE(cut.why_not.empty());
        std::string changed = whole;
        changed[size] = static_cast<char>(changed[size] ^ 0x41);
        write(prepared.path, changed);
        CHECK_FALSE(prepared.fetched().city);
    }
}

TEST_CASE("somebody's other file is never replaced", "[prepared]")
{
    Prepared prepared;
    write(prepared.path, "SQLite format 3");
    CHECK_THROWS_AS(prepared.fetched(), gis::UsageError);
    write(prepared.path, "");
    CHECK_THROWS_AS(prepared.fetched(), gis::UsageError);
}

TEST_CASE("numbers of things that the file cannot hold are damage", "[prepared]")
{
    for (const std::uint64_t count : {std::uint64_t{3}, std::uint64_t{1} << 40U, ~std::uint64_t{0}}) {
        BinaryWriter keep;
        keep(count, std::uint8_t{7});
        BinaryReader numbers(keep.bytes);
        std::vector<double> list;
        CHECK_THROWS_AS(numbers(list), BinaryDamaged);
        BinaryReader texts(keep.bytes);
        std::vector<std::string> words;
        CHECK_THROWS_AS(texts(words), BinaryDamaged);
        BinaryReader kinds(keep.bytes);
        gis::Geometry geometry;
        CHECK_THROWS_AS(kinds(geometry), BinaryDamaged);
    }
}
