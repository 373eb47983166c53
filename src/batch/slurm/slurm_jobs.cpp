#include "batch/slurm/slurm_jobs.hpp"

#include "gis/io/base/file_publication.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <filesystem>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;

constexpr int looks_to_be_sure = 2; ///< a shared folder may show late what a task wrote last

} // namespace

SlurmJobs::SlurmJobs(const SlurmBatch& batch) : batch_(batch), folder_(batch.out_folder), tries_(batch.cities.size(), 0) {}

void SlurmJobs::prepare() const
{
    cancel(folder_.jobs_of_earlier());
    folder_.make();
    folder_.remove_earlier();
}

std::string SlurmJobs::begin(const CityPositions& cities, Dealing dealing)
{
    const std::size_t job = ++jobs_;
    const ArrayPlan plan = plan_of(batch_, cities, dealing);
    folder_.make_task_folder(job);
    for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
        write_task(task_of(plan, i), file_of(job, i, ".json"));
    }
    gis::write_file(folder_.script(job), script_of(plan, folder_, job));
    const std::string id = submit(folder_.script(job));
    ids_.push_back(id);
    folder_.note_job(id);
    for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
        tasks_.push_back({id + "_" + std::to_string(i), plan.tasks[i], file_of(job, i, ".log")});
    }
    for (const std::size_t city : cities) {
        ++tries_[city];
    }
    return words::translate(words::Text::batch_slurm_submitted,
                            {id, cities.size(), plan.tasks.size(), plan.needs.cores, plan.needs.memory_mib});
}

SlurmTask SlurmJobs::task_of(const ArrayPlan& plan, std::size_t i) const
{
    SlurmTask task{
        words::language(), plan.needs.jobs, plan.needs.cities_mib, batch_.wishes.limits, folder_.outcomes(), folder_.unfinished(), {}};
    for (const std::size_t city : plan.tasks[i]) {
        task.cities.push_back(batch_.cities[city]);
    }
    return task;
}

std::string SlurmJobs::file_of(std::size_t job, std::size_t task, const char* ending) const
{
    return (fs::path(folder_.task_folder(job)) / (std::to_string(task) + ending)).string();
}

/// Tasks that are lost, and those of which nothing is waited for, are forgotten.
std::vector<LostCity> SlurmJobs::lost(const QueueAnswer& queue, const std::function<bool(std::size_t city)>& is_waited_for)
{
    std::vector<LostCity> lost;
    std::vector<OpenTask> open;
    for (OpenTask& task : tasks_) {
        task.looks_without = queue.tasks.count(task.id) > 0 ? 0 : task.looks_without + 1;
        CityPositions waiting;
        std::copy_if(task.cities.begin(), task.cities.end(), std::back_inserter(waiting), is_waited_for);
        if (task.looks_without >= looks_to_be_sure) {
            for (const std::size_t city : waiting) {
                lost.push_back({city, task.log, tries_[city]});
            }
        } else if (!waiting.empty()) {
            open.push_back(std::move(task));
        }
    }
    tasks_ = std::move(open);
    return lost;
}

bool SlurmJobs::is_any_in(const QueueAnswer& queue) const
{
    return std::any_of(queue.tasks.begin(), queue.tasks.end(), [&](const std::string& task) {
        return std::find(ids_.begin(), ids_.end(), task.substr(0, task.find('_'))) != ids_.end();
    });
}

} // namespace fieldgap
