#pragma once
// The script of an array job, as sbatch takes it.

#include "batch/slurm/array_plan.hpp"

#include <string>

namespace fieldgap {

struct ScriptPlaces
{
    std::string program;     ///< this one, where every node has it
    std::string work_folder; ///< from which relative paths of the call count
    std::string task_folder; ///< holds `INDEX.json`, and gets `INDEX.log`
};

std::string batch_script(const ArrayPlan& plan, const ScriptPlaces& places);

} // namespace fieldgap
