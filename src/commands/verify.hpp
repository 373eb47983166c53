#pragma once
// A result checked again without the solver.

#include "cli/command_line.hpp"
#include "cli/log.hpp"
#include "cli/options.hpp"
#include "words/words.hpp"

namespace fieldgap {

/// `fieldgap verify OUT.gpkg [--json]`: a line for each check on stdout. Writes nothing.
struct VerifyOptions
{
    static constexpr std::string_view command = "verify";
    static constexpr words::Text about = words::Text::cli_about_verify;

    cli::CommonOptions common;
    std::string result_path;
    bool json = false;

    void declare(cli::CommandLine& line);
    /// Throws gis::UsageError where no result is given.
    void check(std::string_view command) const;
};

/// Exit code 0 where the result is accepted, 1 where it is refused.
int carry_out(const VerifyOptions& options, cli::Log& log);

} // namespace fieldgap
