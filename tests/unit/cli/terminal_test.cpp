#include "cli/terminal.hpp"

#include "cli/log.hpp"
#include "cli/progress.hpp"
#include "gis/error.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace fieldgap::cli;
using Catch::Matchers::Contains;

TEST_CASE("Chinese letters are two columns wide and never cut in the middle", "[terminal]")
{
    CHECK(display_width("") == 0);
    CHECK(display_width("abc") == 3);
    CHECK(display_width("é") == 1);
    CHECK(display_width("学校") == 4);
    CHECK(display_width("ｶﾞｯｺｳ 🏫 Nguyễn e\u0301") == 17);
    CHECK(shortened("学校", 3) == "学");
    CHECK(shortened("ae\u0301b", 2) == "ae\u0301");
    CHECK(shortened("abc", 2) == "ab");
    CHECK(shortened("abc", 9) == "abc");
}

TEST_CASE("what is escaped counts with its escape and is never cut within it", "[terminal]")
{
    CHECK(display_width("a\x1b") == 5);
    CHECK(display_width("\u202e校") == 8);
    CHECK(display_width("\xff") == 4);
    CHECK(shortened("\x80\x80", 7) == "\\x80");
    CHECK(shortened("ab\u202e", 7) == "ab");
    CHECK(shortened("ab\u202e", 8) == "ab\\u202e");
    CHECK(shortened("a\nb", 4) == "a\\nb");
}

TEST_CASE("a cell keeps to its line and its column whatever stands in it", "[terminal]")
{
    const std::vector<TableColumn> columns = {{"name", false}, {"rows", true}};
    CHECK(text_table(columns, {{"a\nforged", "7"}, {"\x1b[2J", "12"}}) == "name       rows\n"
                                                                          "a\\nforged     7\n"
                                                                          "\\x1b[2J      12\n");
}

TEST_CASE("numbers are grouped in threes before the point", "[terminal]")
{
    CHECK(grouped(0, 0) == "0");
    CHECK(grouped(999, 0) == "999");
    CHECK(grouped(1000, 0) == "1 000");
    CHECK(grouped(1234567.5, 1) == "1 234 567.5");
    CHECK(grouped(-123456, 0) == "-123 456");
    CHECK(grouped(0.123456, 4) == "0.1235");
}

TEST_CASE("the bar shows share, rate and time left", "[progress]")
{
    CHECK(progress_bar(0, "reading", 0, 0, 0.0) == "[....................]   0 % reading");
    CHECK(progress_bar(50, "reading", 1200, 2400, 1.0) == "[##########..........]  50 % reading, 1200/s, 1 s left");
    CHECK(progress_bar(100, "done", 5, 5, 1.0) == "[####################] 100 % done, 5/s");
    CHECK_THAT(progress_bar(1, "walks", 1, 1001, 1.0), Contains("17 min left"));
    CHECK_NOTHROW(progress_bar(900, "odd", 1, 0, 1e-300));
}

TEST_CASE("progress counted by many threads loses nothing and never runs past its step", "[progress]")
{
    CommonOptions quiet;
    quiet.loudness = Loudness::quiet;
    Log log(quiet);
    Progress progress(log);
    progress.step("walking", 50, 4000);
    std::vector<std::thread> workers;
    for (int i = 0; i < 4; ++i) {
        workers.emplace_back([&progress] {
            for (int n = 0; n < 1000; ++n) {
                progress.advance();
            }
        });
    }
    for (auto& worker : workers) {
        worker.join();
    }
    CHECK_NOTHROW(progress.step("back", 10));
    CHECK_NOTHROW(progress.finish("done"));
}

TEST_CASE("the JSON log holds every level, one object a line, whatever the bytes", "[log]")
{
    const auto path = "/tmp/fieldgap_log_" + std::to_string(getpid());
    CommonOptions options;
    options.loudness = Loudness::quiet;
    options.json_log_path = path;
    {
        Log log(options);
        log.open_json();
        log.detail("small\nnews \xff");
        log.warning("school \"A\" \u202e\u009b");
    }
    std::ifstream file(path);
    std::string first;
    std::string second;
    std::string third;
    std::getline(file, first);
    std::getline(file, second);
    std::remove(path.c_str());
    CHECK_THAT(first, Catch::Matchers::Matches(
                          R"(\{"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","level":"detail","text":"small\\nnews .+"\})"));
    CHECK_THAT(second, Contains(R"("level":"warning","text":"school \"A\" \u202e\u009b")"));
    CHECK_FALSE(std::getline(file, third));
}

TEST_CASE("a JSON log that cannot be opened is an output that could not be written", "[log]")
{
    CommonOptions options;
    options.json_log_path = "/nonexistent/log";
    Log log(options);
    CHECK_THROWS_AS(log.open_json(), gis::WriteError);
    CHECK(log.finish(3) == 3);
}

TEST_CASE("lines wait for the JSON log to be opened, and one that was dropped is never written", "[log]")
{
    const TemporaryFolder folder;
    CommonOptions options;
    options.loudness = Loudness::quiet;
    options.json_log_path = folder.path() / "log";
    {
        Log log(options);
        log.info("early");
        CHECK_FALSE(std::filesystem::exists(folder.path() / "log"));
        CHECK(log.finish(0) == 0); // a command that ended before it knew its inputs
    }
    CHECK(std::filesystem::file_size(folder.path() / "log") > 0);
    options.json_log_path = folder.path() / "dropped";
    Log log(options);
    log.info("early");
    log.drop_json();
    CHECK(log.finish(2) == 2);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "dropped"));
}

TEST_CASE("lines are never added to a file that is no log, and lines that are lost change the exit code", "[log]")
{
    const TemporaryFolder folder;
    CommonOptions options;
    options.loudness = Loudness::quiet;
    options.json_log_path = folder.path() / "notes";
    std::ofstream(folder.path() / "notes") << "{\"time\": 3}\n";
    const auto size = std::filesystem::file_size(folder.path() / "notes");
    Log log(options);
    log.info("a line");
    CHECK_THROWS_AS(log.open_json(), gis::WriteError);
    CHECK(std::filesystem::file_size(folder.path() / "notes") == size);

    options.json_log_path = "/dev/full";
    Log full(options);
    full.open_json(); // nothing to write yet
    full.info("a line");
    CHECK(full.finish(0) == 4);
    CHECK(full.finish(3) == 3);
}

TEST_CASE("a table lines up where Chinese stands in it and has no spaces at its ends", "[terminal]")
{
    const std::vector<TableColumn> columns = {{"name", false}, {"rows", true}, {"note", false}};
    CHECK(text_table(columns, {{"小学", "7", "ok"}, {"campus", "1 200", ""}}) == "name     rows  note\n"
                                                                                 "小学        7  ok\n"
                                                                                 "campus  1 200\n");
    CHECK(text_table(columns, {}) == "name  rows  note\n");
}
