#pragma once
// A task of an array job as a file: which cities it runs, and how.

#include "batch/work/run_cities.hpp"
#include "words/value.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fieldgap {

struct TaskCity
{
    std::string name;
    CityWork work;
};

struct SlurmTask
{
    words::Language language = words::Language::en; ///< of what it says of its cities
    unsigned jobs = 1;                              ///< cities at once
    std::int64_t memory_mib = 0;                    ///< for all of them
    ProcessLimits limits;                           ///< of one
    std::string outcomes;                           ///< folders, as SlurmFolder has them
    std::string unfinished;
    std::vector<TaskCity> cities;
};

/// Throws gis::WriteError.
void write_task(const SlurmTask& task, const std::string& file);

/// Throws gis::Error where it is not there or no such file.
SlurmTask read_task(const std::string& file);

} // namespace fieldgap
