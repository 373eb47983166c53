#pragma once
// Looks at files and writes a commented config for them.

#include "commands/invocation.hpp"
#include "words/words.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// `fieldgap init FILE|DIR ... [-o CITY.toml]`
struct InitOptions
{
    static constexpr std::string_view command = "init";
    static constexpr words::Text about = words::Text::cli_about_init;

    cli::CommonOptions common;
    std::vector<std::string> paths;
    std::string output_path; ///< empty: the name of the first path with .toml, in the current folder; a .toml given: that file

    void declare(cli::CommandLine& line);
    void check(std::string_view name) const;
};

/// Done (0) also where questions are left in the config.
int carry_out(const InitOptions& options, cli::Log& log);

} // namespace fieldgap
