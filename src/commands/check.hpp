#pragma once
// Read, check and measure only; writes the layer data_issues.

#include "commands/invocation.hpp"
#include "words/words.hpp"

namespace fieldgap {

/// `fieldgap check CITY.toml [-o OUT.gpkg] [--json]`: inputs and issues on stdout. Output: NAME.issues.gpkg.
struct CheckOptions : CityOptions
{
    static constexpr std::string_view command = "check";
    static constexpr words::Text about = words::Text::cli_about_check;

    void declare(cli::CommandLine& line);
};

int carry_out(const CheckOptions& options, cli::Log& log);

} // namespace fieldgap
