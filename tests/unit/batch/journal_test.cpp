#include "batch/journal.hpp"

#include "gis/error.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <fstream>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;

const BatchCity heping = {"Heping", "heping.toml", "", ""};
const BatchCity hostile = {"a'); DROP TABLE cities; --", "x.toml", "", ""};

CityOutcome done()
{
    CityOutcome outcome;
    outcome.state = CityState::done;
    outcome.exit = 0;
    outcome.seconds = 1.5;
    outcome.peak_mib = 80;
    outcome.schools = 12;
    outcome.digest = "d";
    outcome.stamp = "s";
    return outcome;
}

TEST_CASE("what is recorded is there for the next batch, hostile names as they are")
{
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "batch.sqlite").string();
    {
        Journal journal(file);
        journal.begin({{heping, {}}, {hostile, {}}});
        journal.record(heping, done());
        journal.set_note("all", "x");
    }
    const Journal journal(file);
    CHECK(journal.put_aside().empty());
    const auto outcomes = journal.outcomes();
    REQUIRE(outcomes.size() == 2);
    CHECK(outcomes.at("Heping").state == CityState::done);
    CHECK(outcomes.at("Heping").schools == 12);
    CHECK(outcomes.at(hostile.name).state == CityState::waiting);
    CHECK_FALSE(outcomes.at(hostile.name).exit);
    CHECK(journal.note("all") == "x");
    CHECK(journal.note("none").empty());
}

TEST_CASE("a damaged journal, and one of another version, is put aside and made anew")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "batch.sqlite";
    std::ofstream(file) << "no file of SQLite at all, but long enough to be taken for one";
    {
        Journal journal(file.string());
        CHECK(fs::exists(journal.put_aside()));
        journal.begin({{heping, done()}});
    }
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
    const Journal journal(file.string());
    CHECK(fs::exists(journal.put_aside()));
    CHECK(journal.put_aside().find("damaged2") != std::string::npos);
    CHECK(journal.outcomes().empty());
}

TEST_CASE("a journal whose pages are spoilt is put aside")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "batch.sqlite";
    {
        Journal journal(file.string());
        std::vector<CityEnd> cities;
        for (int i = 0; i < 500; ++i) {
            cities.push_back({{"city" + std::to_string(i), "c.toml", "", ""}, done()});
        }
        journal.begin(cities);
    }
    std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
    bytes.seekp(5 * 4096);
    bytes << std::string(8 * 4096, '\x7f');
    bytes.close();
    const Journal journal(file.string());
    CHECK_FALSE(journal.put_aside().empty());
}

TEST_CASE("a file of something else stays as it is")
{
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "batch.sqlite").string();
    SQLite::Database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE accounts (x)");
    CHECK_THROWS_AS(Journal(file), gis::WriteError);
    CHECK(SQLite::Database(file).tableExists("accounts"));
}

} // namespace
} // namespace fieldgap
