#pragma once
// A batch for a cluster, and the array job that it begins with.

#include "batch/slurm/array_plan.hpp"
#include "batch/slurm/slurm_folder.hpp"
#include "batch/slurm/task_file.hpp"

#include <string>
#include <vector>

namespace fieldgap {

struct SlurmBatch
{
    std::vector<TaskCity> cities;
    std::string out_folder; ///< absolute, and the same on every node
    SlurmWishes wishes;
    Cluster cluster;
};

/// Positions in a batch's list of cities.
using CityPositions = std::vector<std::size_t>;

CityPositions all_cities(const SlurmBatch& batch);

/// An array job for these cities; its tasks hold positions in the batch's list.
ArrayPlan plan_of(const SlurmBatch& batch, const CityPositions& cities, Dealing dealing);

/// The script of the batch's first, second .. job.
std::string script_of(const ArrayPlan& plan, const SlurmFolder& folder, std::size_t job);

/// The first job of the batch as it would be submitted. Makes nothing. There is at least one city.
std::string script_of(const SlurmBatch& batch);

} // namespace fieldgap
