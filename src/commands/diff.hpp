#pragma once
// Two results compared.

#include "commands/invocation.hpp"
#include "words/words.hpp"

#include <string>

namespace fieldgap {

/// `fieldgap diff OLD.gpkg NEW.gpkg [-o DIFF.gpkg] [--json]`: sentences on stdout; a file only with -o.
struct DiffOptions
{
    static constexpr std::string_view command = "diff";
    static constexpr words::Text about = words::Text::cli_about_diff;

    cli::CommonOptions common;
    std::string old_path, new_path;
    std::string output_path; ///< empty: nothing is written
    bool json = false;

    void declare(cli::CommandLine& line);
    /// Throws gis::UsageError where two results are not given.
    void check(std::string_view command) const;
};

int carry_out(const DiffOptions& options, cli::Log& log);

} // namespace fieldgap
