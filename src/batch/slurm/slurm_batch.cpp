#include "batch/slurm/slurm_batch.hpp"

#include "batch/slurm/batch_script.hpp"
#include "batch/work/admission.hpp"

#include <algorithm>
#include <filesystem>
#include <numeric>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;

std::string own_program()
{
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? "fieldgap" : program.string();
}

std::string current_folder()
{
    std::error_code error;
    const fs::path folder = fs::current_path(error);
    return error ? "/" : folder.string();
}

/// By the same reckoning as on one machine.
std::vector<std::int64_t> estimates_of(const SlurmBatch& batch, const CityPositions& cities)
{
    std::vector<std::uint64_t> bytes;
    for (const std::size_t city : cities) {
        bytes.push_back(batch.cities[city].work.input_bytes);
    }
    const CityAdmission admission(bytes, {1, 1, 0, batch.wishes.limits.memory_mib.value_or(0)});
    std::vector<std::int64_t> estimates_mib;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        estimates_mib.push_back(admission.estimated_mib(i));
    }
    return estimates_mib;
}

} // namespace

CityPositions all_cities(const SlurmBatch& batch)
{
    CityPositions all(batch.cities.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

ArrayPlan plan_of(const SlurmBatch& batch, const CityPositions& cities, Dealing dealing)
{
    ArrayPlan plan = plan_array(estimates_of(batch, cities), batch.wishes, batch.cluster, dealing);
    for (CityPositions& task : plan.tasks) {
        std::transform(task.begin(), task.end(), task.begin(), [&](std::size_t i) { return cities[i]; });
    }
    return plan;
}

std::string script_of(const ArrayPlan& plan, const SlurmFolder& folder, std::size_t job)
{
    return batch_script(plan, {own_program(), current_folder(), folder.task_folder(job)});
}

std::string script_of(const SlurmBatch& batch)
{
    return script_of(plan_of(batch, all_cities(batch), Dealing::in_chunks), SlurmFolder(batch.out_folder), 1);
}

} // namespace fieldgap
