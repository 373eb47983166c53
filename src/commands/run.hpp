#pragma once
// The main job: read, check, measure, walk, allocate, write.

#include "commands/invocation.hpp"
#include "words/words.hpp"

namespace fieldgap {

/// `fieldgap run CITY.toml [-o OUT.gpkg] [--xlsx FILE] [--json]`: on stdout what a planner asks first, or the summary as JSON.
///
/// `--piece SOURCE=PIECE`, for `fieldgap batch` alone and in no help: the input that is SOURCE (as the config resolves it) is read from
/// PIECE, which `fieldgap cut-map` made, where PIECE holds enough and fits SOURCE as it is now; the result is that of SOURCE, to the byte.
struct RunOptions : CityOptions
{
    static constexpr std::string_view command = "run";
    static constexpr words::Text about = words::Text::cli_about_run;

    std::vector<std::string> pieces; ///< SOURCE=PIECE
    std::string workbook_path;       ///< empty: none

    void declare(cli::CommandLine& line);
};

int carry_out(const RunOptions& options, cli::Log& log);

} // namespace fieldgap
