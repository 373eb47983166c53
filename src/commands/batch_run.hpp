#pragma once
// What `fieldgap batch` does once it knows its cities and has its folder.

#include "batch/cities/city_end.hpp"
#include "batch/cities/city_needs.hpp"
#include "batch/journal.hpp"
#include "batch/out_folder.hpp"
#include "batch/slurm/slurm_batch.hpp"
#include "batch/work/run_cities.hpp"
#include "commands/batch.hpp"
#include "commands/invocation.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace fieldgap {

/// The batch for the cluster that answers, with what the command line wishes.
SlurmBatch slurm_batch(const BatchOptions& options, const OutFolder& out, std::vector<TaskCity> cities);

/// One batch, from what an earlier one left to all.gpkg: `plan`, `run`, `merge`, in this order. What becomes of a city is in the journal at
/// once. References are borrowed.
class BatchRun
{
public:
    /// `needs[i]` are those of `cities[i]`.
    BatchRun(const BatchOptions& options, Invocation& call, const OutFolder& out, Journal& journal, std::vector<CityEnd> cities,
             std::vector<CityNeeds> needs);

    /// Which cities are unchanged, which have no chance, and which are to be run.
    void plan();

    /// Cuts maps that several cities name, and runs the cities. Throws gis::Interrupted.
    void run();

    /// all.gpkg. Throws gis::WriteError, gis::Interrupted.
    void merge();

    const std::vector<CityEnd>& cities() const { return cities_; }

private:
    void tell_of_cities_gone(const std::map<std::string, CityOutcome>& known) const;
    AdmissionLimits admission() const;
    void run_on_cluster(const std::vector<CityWork>& works, const OnEnd& on_end);
    void cut_shared_maps(std::vector<CityWork>& works);
    CityWork work_of(std::size_t city) const;
    void end(std::size_t city, CityOutcome outcome);

    const BatchOptions& options_;
    Invocation& call_;
    const OutFolder& out_;
    Journal& journal_;
    std::vector<CityEnd> cities_;
    std::vector<CityNeeds> needs_;
    std::vector<std::size_t> to_run_;
};

} // namespace fieldgap
