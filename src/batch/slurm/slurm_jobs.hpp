#pragma once
// The array jobs of a batch: submitted, seen in the queue, cancelled.

#include "batch/slurm/slurm_batch.hpp"

#include <functional>
#include <string>
#include <vector>

namespace fieldgap {

/// A city whose task has ended without leaving its outcome.
struct LostCity
{
    std::size_t city = 0;
    std::string log; ///< of its task
    int tries = 0;   ///< tasks that it has had
};

/// What stands in the folder of the batch and what Slurm knows of it. The batch is borrowed.
class SlurmJobs
{
public:
    explicit SlurmJobs(const SlurmBatch& batch);

    /// Ends jobs that an earlier batch left in OUTDIR, and makes the folder. Throws gis::WriteError.
    void prepare() const;

    /// Submits these cities and says so in one line. Throws gis::WriteError.
    std::string begin(const CityPositions& cities, Dealing dealing);

    /// Takes account of what is queued now: cities that wait for an outcome that no task will bring any more.
    std::vector<LostCity> lost(const QueueAnswer& queue, const std::function<bool(std::size_t city)>& is_waited_for);

    bool is_any_in(const QueueAnswer& queue) const;
    void cancel_all() const { cancel(ids_); }

    const SlurmFolder& folder() const { return folder_; }

private:
    /// Not yet seen to have ended.
    struct OpenTask
    {
        std::string id; ///< JOB_INDEX
        CityPositions cities;
        std::string log;
        int looks_without = 0; ///< in a row, at a queue that did not hold it
    };

    SlurmTask task_of(const ArrayPlan& plan, std::size_t i) const;
    std::string file_of(std::size_t job, std::size_t task, const char* ending) const;

    const SlurmBatch& batch_;
    SlurmFolder folder_;
    std::vector<int> tries_; ///< of each city
    std::vector<OpenTask> tasks_;
    std::vector<std::string> ids_; ///< of jobs that were submitted
    std::size_t jobs_ = 0;         ///< that were to be submitted
};

} // namespace fieldgap
