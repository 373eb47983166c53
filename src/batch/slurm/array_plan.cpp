#include "batch/slurm/array_plan.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <queue>
#include <utility>

namespace fieldgap {
namespace {

constexpr std::int64_t own_mib = 64; ///< of the process that runs a task's cities
constexpr double seconds_per_minute = 60.0;
constexpr double seconds_to_end = 10.0; ///< after a city's time is over; and for a node to begin a task

std::size_t divided_up(std::size_t a, std::size_t b)
{
    return (a + b - 1) / b;
}

std::size_t tasks_for(std::size_t cities, const TaskNeeds& needs, const SlurmWishes& wishes, const Cluster& cluster, Dealing dealing)
{
    const std::size_t nodes = wishes.nodes > 0 ? wishes.nodes : cluster.nodes.value_or(1);
    const std::size_t wanted = dealing == Dealing::alone ? cities : std::max(divided_up(cities, needs.jobs), nodes);
    return std::min({wanted, cities, cluster.most_tasks});
}

/// Each city, the biggest first, to the task that has least so far.
std::vector<std::vector<std::size_t>> dealt(const std::vector<std::int64_t>& estimates_mib, std::size_t tasks)
{
    std::vector<std::size_t> order(estimates_mib.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return estimates_mib[a] > estimates_mib[b]; });
    using Load = std::pair<std::int64_t, std::size_t>; ///< sum, and the task that has it
    std::priority_queue<Load, std::vector<Load>, std::greater<>> least;
    for (std::size_t task = 0; task < tasks; ++task) {
        least.emplace(0, task);
    }
    std::vector<std::vector<std::size_t>> cities(tasks);
    for (const std::size_t city : order) {
        const Load load = least.top();
        least.pop();
        cities[load.second].push_back(city);
        least.emplace(load.first + estimates_mib[city], load.second);
    }
    return cities;
}

/// Of the biggest cities of a task that run at once. Each task has its cities by size.
std::int64_t most_at_once_mib(const std::vector<std::vector<std::size_t>>& tasks, const std::vector<std::int64_t>& estimates_mib,
                              std::size_t jobs)
{
    std::int64_t most = 0;
    for (const auto& cities : tasks) {
        const auto end = cities.begin() + static_cast<std::ptrdiff_t>(std::min(jobs, cities.size()));
        most = std::max(most, std::accumulate(cities.begin(), end, std::int64_t{0},
                                              [&](std::int64_t sum, std::size_t city) { return sum + estimates_mib[city]; }));
    }
    return most;
}

/// With every city at the end of its time. Where the node is too small for `jobs` cities at once they may have to go one by one.
std::int64_t minutes_of(const std::vector<std::vector<std::size_t>>& tasks, double city_s, std::size_t at_once)
{
    std::size_t most = 0;
    for (const auto& cities : tasks) {
        most = std::max(most, cities.size());
    }
    const auto rounds = static_cast<double>(divided_up(most, at_once));
    return static_cast<std::int64_t>(std::ceil((rounds * (city_s + seconds_to_end) + seconds_to_end) / seconds_per_minute));
}

} // namespace

ArrayPlan plan_array(const std::vector<std::int64_t>& estimates_mib, const SlurmWishes& wishes, const Cluster& cluster, Dealing dealing)
{
    ArrayPlan plan;
    TaskNeeds& needs = plan.needs;
    needs.cores = std::min(wishes.cores, cluster.cores.value_or(wishes.cores));
    needs.jobs = wishes.jobs > 0 ? wishes.jobs : needs.cores;
    plan.tasks = dealt(estimates_mib, tasks_for(estimates_mib.size(), needs, wishes, cluster, dealing));
    const std::int64_t wanted_mib = most_at_once_mib(plan.tasks, estimates_mib, needs.jobs) + own_mib;
    needs.memory_mib = std::min(wanted_mib, cluster.memory_mib.value_or(wanted_mib));
    needs.cities_mib = std::max<std::int64_t>(1, needs.memory_mib - own_mib);
    if (wishes.limits.seconds) {
        needs.minutes = minutes_of(plan.tasks, *wishes.limits.seconds, needs.memory_mib < wanted_mib ? 1 : needs.jobs);
    }
    plan.at_once = wishes.nodes;
    return plan;
}

} // namespace fieldgap
