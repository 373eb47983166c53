#pragma once
// All cities of a batch on this machine, each as a process of its own.

#include "batch/work/admission.hpp"
#include "batch/work/city_outcome.hpp"
#include "batch/work/city_process.hpp"

#include <functional>
#include <string>
#include <vector>

namespace fieldgap {

/// What is carried out for one city.
struct CityWork
{
    std::vector<std::string> arguments; ///< of the program, but for --threads
    std::string log;
    std::uint64_t input_bytes = 0;
};

/// Told of every city as it ends. Its failures never end the batch; what it throws does, and ends the cities that run.
using OnEnd = std::function<void(std::size_t city, CityOutcome outcome)>;

/// Runs them until all have ended. Once the user wants an end the cities are asked to end, told of as `interrupted`, and gis::Interrupted
/// is thrown.
void run_cities(const std::vector<CityWork>& cities, const AdmissionLimits& admission, const ProcessLimits& limits, const OnEnd& on_end);

} // namespace fieldgap
