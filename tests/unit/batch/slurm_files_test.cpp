#include "batch/slurm/outcome_file.hpp"
#include "batch/slurm/slurm_folder.hpp"
#include "batch/slurm/task_file.hpp"

#include "gis/error.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;

TEST_CASE("a task comes back as it was written, bytes that are no UTF-8 among it")
{
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "0.json").string();
    const TaskCity city{"Heping \xc8\xcb", {{"run", "\xff/a b.toml", "--set=walk.minutes=15"}, "/out/和平.log", 123'456'789'012}};
    write_task({words::Language::zh, 3, 2048, {512, 60.5}, "/out/o", "/out/u", {city}}, file);
    const SlurmTask task = read_task(file);
    CHECK(task.language == words::Language::zh);
    CHECK(task.jobs == 3);
    CHECK(task.memory_mib == 2048);
    CHECK(task.limits.memory_mib == 512);
    CHECK(task.limits.seconds == 60.5);
    CHECK(task.outcomes == "/out/o");
    CHECK(task.unfinished == "/out/u");
    REQUIRE(task.cities.size() == 1);
    CHECK(task.cities[0].name == city.name);
    CHECK(task.cities[0].work.arguments == city.work.arguments);
    CHECK(task.cities[0].work.log == city.work.log);
    CHECK(task.cities[0].work.input_bytes == city.work.input_bytes);
}

TEST_CASE("what is no task is unreadable input")
{
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "0.json").string();
    CHECK_THROWS_AS(read_task(file), gis::Error);
    std::ofstream(file) << "{\"cities\": 3}";
    CHECK_THROWS_AS(read_task(file), gis::Error);
}

TEST_CASE("an outcome is there whole, and none without a result takes the place of one with it")
{
    const TemporaryFolder folder;
    const std::string file = outcome_file(folder.path().string(), "和平");
    CHECK_FALSE(read_outcome(file));
    CityOutcome outcome;
    outcome.state = CityState::issues;
    outcome.exit = 1;
    outcome.seconds = 2.5;
    outcome.peak_mib = 80;
    outcome.message = "\"a\"";
    write_outcome(outcome, file, folder.path().string());
    CityOutcome killed;
    killed.state = CityState::crashed;
    write_outcome(killed, file, folder.path().string());
    const auto read = read_outcome(file);
    REQUIRE(read);
    CHECK(read->state == CityState::issues);
    CHECK(read->exit == 1);
    CHECK(read->seconds == 2.5);
    CHECK(read->peak_mib == 80);
    CHECK(read->message == "\"a\"");
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
    std::ofstream(file) << "{\"state\": \"do";
    CHECK_FALSE(read_outcome(file));
}

TEST_CASE("each batch has a number of its own, and knows the jobs of those before it")
{
    const TemporaryFolder out;
    const SlurmFolder first(out.path().string());
    CHECK_FALSE(fs::exists(out.path() / ".slurm"));
    first.make();
    first.note_job("17");
    first.note_job("18");
    const SlurmFolder second(out.path().string());
    second.make();
    CHECK(second.outcomes() != first.outcomes());
    CHECK(second.jobs_of_earlier() == std::vector<std::string>{"17", "18"});
    second.remove_earlier();
    CHECK_FALSE(fs::exists(first.outcomes()));
    CHECK(fs::exists(second.outcomes()));
}

} // namespace
} // namespace fieldgap
