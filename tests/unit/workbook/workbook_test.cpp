#include "workbook/workbook.hpp"

#include "gis/error.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace fieldgap;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

constexpr const char* two_schools = "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT);"
                                    "CREATE TABLE schools (fid INTEGER PRIMARY KEY, school_id TEXT, name TEXT, gap_m2 REAL);"
                                    "INSERT INTO schools (school_id, name, gap_m2) VALUES ('1', '=1+1', 2.5), ('2', '@x', NULL);";

void make(const fs::path& file, const char* sql)
{
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

std::string bytes_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

} // namespace

TEST_CASE("the same result gives the same workbook, byte by byte", "[workbook]")
{
    const TemporaryFolder folder;
    make(folder.path() / "r.gpkg", two_schools);
    for (const char* name : {"a.xlsx", "b.xlsx"}) {
        write_workbook((folder.path() / "r.gpkg").string(), {(folder.path() / name).string(), false, 1'577'836'800});
    }
    CHECK_FALSE(bytes_of(folder.path() / "a.xlsx").empty());
    CHECK(bytes_of(folder.path() / "a.xlsx") == bytes_of(folder.path() / "b.xlsx"));
}

TEST_CASE("a workbook that is there is kept without overwrite", "[workbook]")
{
    const TemporaryFolder folder;
    const std::string there = (folder.path() / "there.xlsx").string();
    std::ofstream(there) << "mine";
    CHECK_THROWS_WITH(check_workbook_target({there, false, 0}), Contains("already there"));
    CHECK_NOTHROW(check_workbook_target({there, true, 0}));
    CHECK_THROWS_AS(check_workbook_target({(folder.path() / "a.xls").string(), false, 0}), gis::UsageError);
    CHECK_THROWS_AS(check_workbook_target({(folder.path() / "no/such/a.xlsx").string(), false, 0}), gis::WriteError);
}

TEST_CASE("a file that is no result gives no workbook and says why", "[workbook]")
{
    const TemporaryFolder folder;
    make(folder.path() / "other.gpkg", "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT);");
    std::ofstream(folder.path() / "text.gpkg") << std::string(2000, 'x');
    const WorkbookTarget target{(folder.path() / "a.xlsx").string(), false, 0};
    CHECK_THROWS_WITH(write_workbook((folder.path() / "other.gpkg").string(), target), Contains("none of the tables"));
    CHECK_THROWS_WITH(write_workbook((folder.path() / "text.gpkg").string(), target), Contains("could not be read"));
    CHECK_FALSE(fs::exists(target.path));
}
