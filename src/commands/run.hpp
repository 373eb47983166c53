#pragma once
// The main job: read, check, measure, walk, allocate, write.

#include "commands/invocation.hpp"
#include "words/words.hpp"

namespace fieldgap {

/// `fieldgap run CITY.toml [-o OUT.gpkg] [--json]`: the summary on stdout.
struct RunOptions : CityOptions
{
    static constexpr std::string_view command = "run";
    static constexpr words::Text about = words::Text::cli_about_run;

    void declare(cli::CommandLine& line);
};

int carry_out(const RunOptions& options, cli::Log& log);

} // namespace fieldgap
