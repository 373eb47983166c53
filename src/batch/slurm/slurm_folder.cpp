#include "batch/slurm/slurm_folder.hpp"

#include "gis/error.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;

constexpr const char* jobs_name = "jobs"; ///< one number a line

void make_folder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw gis::WriteError(words::translate(words::Text::batch_folder_not_made, {folder.string(), error.message()}));
    }
}

/// 0 where it is no number of a batch.
unsigned long number_of(const fs::path& folder)
{
    const std::string name = folder.filename().string();
    const bool is_number =
        !name.empty() && name.size() < 10 && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? std::stoul(name) : 0;
}

std::vector<fs::path> numbered_in(const fs::path& parent)
{
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator it(parent, error), end; !error && it != end; it.increment(error)) {
        if (number_of(it->path()) > 0) {
            folders.push_back(it->path());
        }
    }
    return folders;
}

} // namespace

SlurmFolder::SlurmFolder(const std::string& out_folder) : parent_((fs::path(out_folder) / ".slurm").string())
{
    unsigned long last = 0;
    for (const fs::path& folder : numbered_in(parent_)) {
        last = std::max(last, number_of(folder));
    }
    path_ = (fs::path(parent_) / std::to_string(last + 1)).string();
}

void SlurmFolder::make() const
{
    make_folder(parent_);
    std::error_code not_ours; // then it is another's, who has seen to it
    fs::permissions(parent_, fs::perms::owner_all, not_ours);
    make_folder(outcomes());
    make_folder(unfinished());
}

std::string SlurmFolder::script(std::size_t job) const
{
    return task_folder(job) + ".sh";
}

std::string SlurmFolder::task_folder(std::size_t job) const
{
    return (fs::path(path_) / ("job-" + std::to_string(job))).string();
}

std::string SlurmFolder::outcomes() const
{
    return (fs::path(path_) / "outcomes").string();
}

std::string SlurmFolder::unfinished() const
{
    return (fs::path(path_) / "unfinished").string();
}

void SlurmFolder::make_task_folder(std::size_t job) const
{
    make_folder(task_folder(job));
}

void SlurmFolder::note_job(const std::string& job) const
{
    std::ofstream(fs::path(path_) / jobs_name, std::ios::app) << job << '\n';
}

std::vector<std::string> SlurmFolder::jobs_of_earlier() const
{
    std::vector<std::string> jobs;
    for (const std::string& folder : earlier()) {
        std::ifstream file(fs::path(folder) / jobs_name);
        for (std::string job; file >> job;) {
            jobs.push_back(job);
        }
    }
    return jobs;
}

void SlurmFolder::remove_earlier() const
{
    for (const std::string& folder : earlier()) {
        std::error_code in_use; // a task may write yet: the next batch tries again
        fs::remove_all(folder, in_use);
    }
}

std::vector<std::string> SlurmFolder::earlier() const
{
    std::vector<std::string> folders;
    for (const fs::path& folder : numbered_in(parent_)) {
        if (folder != path_) {
            folders.push_back(folder.string());
        }
    }
    return folders;
}

} // namespace fieldgap
