#include "batch/slurm/run_by_slurm.hpp"

#include "batch/slurm/outcome_file.hpp"
#include "batch/slurm/pace.hpp"
#include "batch/slurm/slurm_jobs.hpp"
#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/file_publication.hpp"
#include "words/words.hpp"

#include <poll.h>

#include <filesystem>
#include <map>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

constexpr int most_tries = 3; ///< tasks that a city may have
constexpr int between_looks_ms = 100;
constexpr int looks_at_the_end = 3; ///< a second each, for tasks to end by themselves

class Waiting
{
public:
    Waiting(const SlurmBatch& batch, cli::Log& log, const OnEnd& on_end) : batch_(batch), log_(log), on_end_(on_end), jobs_(batch)
    {
        for (std::size_t i = 0; i < batch.cities.size(); ++i) {
            waiting_.emplace(batch.cities[i].name, i);
        }
    }

    void run()
    {
        jobs_.prepare();
        try {
            log_.info(jobs_.begin(all_cities(batch_), Dealing::in_chunks));
            wait_for_cities();
            let_tasks_end();
        } catch (const gis::Interrupted&) {
            jobs_.cancel_all();
            collect();
            throw;
        } catch (...) {
            jobs_.cancel_all();
            throw;
        }
    }

private:
    void wait_for_cities()
    {
        Pace files(0.02, 0.1, 2.0);
        Pace queue(0.1, 1.0, 30.0);
        while (!waiting_.empty()) {
            gis::throw_if_interrupted();
            if (files.is_due()) {
                collect();
            }
            if (queue.is_due()) {
                look_at_queue();
            }
            poll(nullptr, 0, between_looks_ms);
        }
    }

    /// Takes the outcomes that are there.
    void collect()
    {
        std::error_code error;
        for (fs::directory_iterator it(jobs_.folder().outcomes(), error), end; !error && it != end; it.increment(error)) {
            const auto city = waiting_.find(it->path().stem().string());
            const auto outcome = city == waiting_.end() ? std::nullopt : read_outcome(it->path().string());
            if (outcome) {
                end_city(city->second, *outcome);
            }
        }
    }

    void end_city(std::size_t city, const CityOutcome& outcome)
    {
        waiting_.erase(batch_.cities[city].name);
        on_end_(city, outcome);
    }

    void look_at_queue()
    {
        const QueueAnswer queue = queued_tasks();
        if (!queue.is_known && !is_queue_silent_) {
            log_.warning(translate(Text::batch_slurm_silent, {queue.why}));
        }
        is_queue_silent_ = !queue.is_known;
        if (is_queue_silent_) {
            return;
        }
        refresh_folder();
        collect(); // after the question: what is not queued any more has left all that it will ever leave
        run_again(jobs_.lost(queue, [&](std::size_t city) { return waiting_.count(batch_.cities[city].name) > 0; }));
    }

    /// A change in it makes a network file system ask its server for what is there.
    void refresh_folder() const
    {
        const fs::path file = fs::path(jobs_.folder().outcomes()) / ("look." + name_of_this_process());
        gis::write_file(file, "");
        std::error_code no_matter;
        fs::remove(file, no_matter);
    }

    void run_again(const std::vector<LostCity>& lost)
    {
        CityPositions again;
        for (const LostCity& one : lost) {
            if (one.tries < most_tries) {
                again.push_back(one.city);
            }
        }
        const bool has_begun = again.empty() || begin_again(again);
        for (const LostCity& one : lost) {
            if (one.tries >= most_tries || !has_begun) {
                CityOutcome outcome;
                outcome.state = CityState::crashed;
                outcome.message = translate(Text::batch_task_lost, {one.tries, one.log});
                end_city(one.city, outcome);
            }
        }
    }

    /// False where the job is refused: the others go on.
    bool begin_again(const CityPositions& cities)
    {
        log_.warning(translate(Text::batch_slurm_again, {cities.size()}));
        try {
            log_.info(jobs_.begin(cities, Dealing::alone));
            return true;
        } catch (const gis::WriteError& error) {
            log_.warning(error.what());
            return false;
        }
    }

    /// What is queued once every city has its outcome is a repetition that nobody needs, or has nothing left to do but end.
    void let_tasks_end()
    {
        constexpr int second_ms = 1000;
        for (int look = 0; look < looks_at_the_end; ++look) {
            const QueueAnswer queue = queued_tasks();
            if (queue.is_known && !jobs_.is_any_in(queue)) {
                return;
            }
            poll(nullptr, 0, second_ms);
        }
        jobs_.cancel_all();
    }

    const SlurmBatch& batch_;
    cli::Log& log_;
    const OnEnd& on_end_;
    SlurmJobs jobs_;
    std::map<std::string, std::size_t> waiting_; ///< cities without an outcome, by name
    bool is_queue_silent_ = false;
};

} // namespace

void run_by_slurm(const SlurmBatch& batch, cli::Log& log, const OnEnd& on_end)
{
    if (!batch.cities.empty()) {
        Waiting(batch, log, on_end).run();
    }
}

} // namespace fieldgap
