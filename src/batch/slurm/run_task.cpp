#include "batch/slurm/run_task.hpp"

#include "batch/slurm/outcome_file.hpp"
#include "gis/interrupt.hpp"

#include <poll.h>

#include <chrono>
#include <filesystem>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// Where all processes of a task are killed, that of a city may be the first: this one is given the time to follow it.
constexpr std::chrono::milliseconds time_to_follow{2000};
constexpr int between_looks_ms = 50;

/// By somebody else, and by a signal that no process hears.
bool was_killed(const CityOutcome& outcome)
{
    return outcome.state == CityState::crashed && !outcome.exit;
}

void wait_for_the_same_end()
{
    for (const auto until = Clock::now() + time_to_follow; Clock::now() < until && !gis::is_interrupted();) {
        poll(nullptr, 0, between_looks_ms);
    }
}

std::vector<TaskCity> cities_without_outcome(const SlurmTask& task)
{
    std::vector<TaskCity> cities;
    for (const TaskCity& city : task.cities) {
        if (!read_outcome(outcome_file(task.outcomes, city.name))) {
            cities.push_back(city);
        }
    }
    return cities;
}

/// A task that runs twice at once would write two texts into one log.
std::vector<CityWork> with_logs_of_their_own(const std::vector<TaskCity>& cities, const std::string& folder)
{
    std::vector<CityWork> works;
    for (const TaskCity& city : cities) {
        works.push_back(city.work);
        works.back().log = (fs::path(folder) / (city.name + ".log." + name_of_this_process())).string();
    }
    return works;
}

} // namespace

void run_task(const SlurmTask& task, unsigned cores, const OnTaskCity& on_end)
{
    const std::vector<TaskCity> cities = cities_without_outcome(task);
    const std::vector<CityWork> works = with_logs_of_their_own(cities, task.unfinished);
    const AdmissionLimits admission = {task.jobs, cores, task.memory_mib, task.limits.memory_mib.value_or(0)};
    run_cities(works, admission, task.limits, [&](std::size_t i, const CityOutcome& outcome) {
        std::error_code not_there; // it was not begun: its outcome says why
        fs::rename(works[i].log, cities[i].work.log, not_there);
        if (was_killed(outcome)) {
            wait_for_the_same_end();
        }
        if (outcome.state != CityState::interrupted && !(was_killed(outcome) && gis::is_interrupted())) {
            write_outcome(outcome, outcome_file(task.outcomes, cities[i].name), task.unfinished);
            on_end(cities[i], outcome);
        }
    });
}

} // namespace fieldgap
