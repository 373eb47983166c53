#pragma once

#include "batch/work/city_process.hpp"
#include "cli/command_line.hpp"
#include "cli/log.hpp"
#include "cli/options.hpp"
#include "words/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// `fieldgap batch`: many cities, each a process of its own; one bad city never stops the others.
struct BatchOptions
{
    static constexpr std::string_view command = "batch";
    static constexpr words::Text about = words::Text::cli_about_batch;

    cli::CommonOptions common;
    std::vector<std::string> paths;
    std::string out_folder; ///< empty: the first path's name with .batch
    std::string template_path;
    unsigned jobs = 0;              ///< cities at once; 0: all cores
    std::int64_t memory_mib = 0;    ///< of one city; 0: no limit
    std::int64_t timeout_s = 0;     ///< of one city; 0: no limit
    std::string executor = "local"; ///< or slurm
    std::size_t nodes = 0;          ///< tasks of slurm at once; 0: no limit
    bool dry_run = false;
    bool resume = false;
    bool no_merge = false;
    bool json = false;

    void declare(cli::CommandLine& line);
    /// Throws gis::UsageError where no path is given, or options do not go together.
    void check(std::string_view name) const;

    bool is_on_cluster() const { return executor == "slurm"; }
    ProcessLimits city_limits() const;
};

/// Exit code: 1 if a city failed, crashed, or went beyond a limit.
int carry_out(const BatchOptions& options, cli::Log& log);

} // namespace fieldgap
