#pragma once
// OUTDIR/.slurm/N: all that a batch shares with its tasks.

#include <string>
#include <vector>

namespace fieldgap {

/// Each batch has a number of its own: a task of an earlier one that nobody could end writes where nobody looks. The folder stays until the
/// next batch, for whoever looks for a reason.
class SlurmFolder
{
public:
    /// The folder that the next batch will have; nothing is made.
    explicit SlurmFolder(const std::string& out_folder);

    /// For its owner only, as paths may hold passwords. Throws gis::WriteError.
    void make() const;

    std::string script(std::size_t job) const;      ///< of the first, second .. job of the batch
    std::string task_folder(std::size_t job) const; ///< INDEX.json and INDEX.log of its tasks
    std::string outcomes() const;                   ///< NAME.json of each city that has ended
    std::string unfinished() const;                 ///< what tasks write before it has its name

    /// Makes the folder of a job's tasks. Throws gis::WriteError.
    void make_task_folder(std::size_t job) const;

    /// Keeps the number of a job, so that a later batch can end it where this one is killed.
    void note_job(const std::string& job) const;

    /// Jobs that earlier batches noted.
    std::vector<std::string> jobs_of_earlier() const;
    void remove_earlier() const;

private:
    std::vector<std::string> earlier() const;

    std::string parent_;
    std::string path_;
};

} // namespace fieldgap
