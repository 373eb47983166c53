#pragma once
// Which cities make a task of an array job, and what each task asks of the cluster.

#include "batch/slurm/cluster.hpp"
#include "batch/work/city_process.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fieldgap {

/// What the user wishes of a batch on a cluster.
struct SlurmWishes
{
    unsigned cores = 1;    ///< of a task; a smaller node gives what it has
    unsigned jobs = 0;     ///< cities at once in a task; 0: as many as cores
    std::size_t nodes = 0; ///< tasks at once; 0: as many as the cluster takes
    ProcessLimits limits;  ///< of a city
};

/// What each task asks for, the same for all of an array job.
struct TaskNeeds
{
    unsigned cores = 1;
    unsigned jobs = 1;                   ///< cities at once
    std::int64_t memory_mib = 0;         ///< with what the task itself takes
    std::int64_t cities_mib = 0;         ///< of that, for its cities
    std::optional<std::int64_t> minutes; ///< where a city's time is limited
};

struct ArrayPlan
{
    std::vector<std::vector<std::size_t>> tasks; ///< positions in the list of cities, the biggest first
    TaskNeeds needs;
    std::size_t at_once = 0; ///< tasks; 0: no limit
};

/// How cities are dealt.
enum class Dealing : std::uint8_t {
    in_chunks, ///< so many a task as it has cores for, and a task for each node
    alone      ///< a task each, as far as an array job may have so many: one that ends its task takes no other with it
};

/// `estimates_mib` are those of the cities: evenly dealt by them, the biggest first. There is at least one city.
ArrayPlan plan_array(const std::vector<std::int64_t>& estimates_mib, const SlurmWishes& wishes, const Cluster& cluster, Dealing dealing);

} // namespace fieldgap
