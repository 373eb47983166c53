#include "commands/run_cities.hpp"

#include "batch/slurm/run_task.hpp"
#include "gis/error.hpp"
#include "words/words.hpp"

namespace fieldgap {

using words::Text;
using words::translate;

void RunCitiesOptions::declare(cli::CommandLine& line)
{
    line.word("TASK", task_path, "");
}

void RunCitiesOptions::check(std::string_view name) const
{
    if (task_path.empty()) {
        throw gis::UsageError(translate(Text::cli_value_missing, {name, "TASK"}));
    }
}

int carry_out(const RunCitiesOptions& options, cli::Log& log)
{
    const SlurmTask task = read_task(options.task_path);
    words::set_language(task.language);
    Invocation call(RunCitiesOptions::command, options.common, log);
    call.admit({{"TASK", options.task_path}}, {});
    call.step(Text::batch_step_run, 99, task.cities.size());
    run_task(task, options.common.threads, [&](const TaskCity& city, const CityOutcome& outcome) {
        if (is_failure(outcome.state)) {
            log.warning(translate(Text::batch_city_failed, {city.name, name_of(outcome.state), outcome.message, city.work.log}));
        } else {
            log.info(translate(Text::batch_city_ended, {city.name, name_of(outcome.state), outcome.seconds.value_or(0.0)}));
        }
        call.advance();
    });
    call.end_steps();
    return static_cast<int>(cli::ExitCode::done);
}

} // namespace fieldgap
