#pragma once
// A task of `fieldgap batch --executor slurm`, on the node that it came to. It stands in no --help and has no man page.

#include "commands/invocation.hpp"
#include "words/words.hpp"

#include <string>
#include <string_view>

namespace fieldgap {

/// `fieldgap run-cities TASK.json [--threads N]`: runs the cities of the file, each a process of its own, and leaves an outcome for each
/// where the file says. Exit 0 whatever became of them, 3 where the file cannot be read, 4 where an outcome cannot be written.
struct RunCitiesOptions
{
    static constexpr std::string_view command = "run-cities";
    static constexpr words::Text about = words::Text::cli_about_run_cities;
    static constexpr bool is_hidden = true;

    cli::CommonOptions common;
    std::string task_path;

    void declare(cli::CommandLine& line);
    /// Throws gis::UsageError where no task is given.
    void check(std::string_view command) const;
};

int carry_out(const RunCitiesOptions& options, cli::Log& log);

} // namespace fieldgap
