#pragma once
// One task of an array job, on whatever node it came to.

#include "batch/slurm/task_file.hpp"

#include <functional>

namespace fieldgap {

using OnTaskCity = std::function<void(const TaskCity& city, const CityOutcome& outcome)>;

/// Runs the cities of the task that have no outcome yet, with so many cores, and leaves an outcome for each: not for cities that were
/// interrupted, which are to be run again. Throws gis::WriteError, gis::Interrupted.
void run_task(const SlurmTask& task, unsigned cores, const OnTaskCity& on_end);

} // namespace fieldgap
