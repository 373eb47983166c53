#pragma once
// What the cluster is asked and told: how large it is, take this job, what is queued yet, drop these jobs.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fieldgap {

/// Of the partition that jobs go to: SBATCH_PARTITION, else the cluster's default. What is absent the cluster did not say.
struct Cluster
{
    std::size_t most_tasks = 1001;          ///< of one array job: MaxArraySize, here as Slurm comes
    std::optional<unsigned> cores;          ///< of its smallest node
    std::optional<std::int64_t> memory_mib; ///< of its smallest node
    std::optional<std::size_t> nodes;
};

/// Name of every job, by which jobs of others that got an old number are told apart.
inline constexpr const char* job_name = "fieldgap-batch";

/// Throws gis::WriteError where Slurm's commands are missing or know of no cluster.
void require_slurm();

/// Asks; where nobody answers, all is as Slurm comes.
Cluster ask_cluster();

/// From what `scontrol show config` and `sinfo --format=%P|%D|%c|%m` print.
Cluster cluster_in(const std::string& configuration, const std::string& partitions, const std::string& partition);

/// Number of the job. Throws gis::WriteError with the words of sbatch where it is refused.
std::string submit(const std::string& script);

struct QueueAnswer
{
    bool is_known = false;       ///< false: nobody answered, which says nothing of the jobs
    std::set<std::string> tasks; ///< `JOB_INDEX` of those that wait or run
    std::string why;             ///< there is no answer
};

/// Throws gis::Interrupted.
QueueAnswer queued_tasks();

/// Those that have ended already are no matter.
void cancel(const std::vector<std::string>& jobs);

} // namespace fieldgap
