#include "commands/synth.hpp"

#include "synth/synth.hpp"

#include <limits>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr cli::Range school_range = {5, 20000};
constexpr cli::Range seed_range = {0, std::numeric_limits<std::int64_t>::max()};

} // namespace

void SynthOptions::declare(cli::CommandLine& line)
{
    line.text("-o,--output", "DIR", folder, translate(Text::cli_help_synth_output, {folder}));
    line.number("--schools", "N", schools, school_range, translate(Text::cli_help_schools, {school_range.low, school_range.high, schools}));
    line.number("--seed", "S", seed, seed_range, translate(Text::cli_help_seed, {seed}));
    line.text("--network", "FILE", network_path, translate(Text::cli_help_network));
}

int carry_out(const SynthOptions& options, cli::Log& log)
{
    if (options.common.has_set) {
        log.warning(translate(Text::cli_set_unused, {SynthOptions::command}));
    }
    Invocation call(SynthOptions::command, options.common, log);
    const SynthSettings settings = {options.folder,           options.schools,        options.seed, options.network_path,
                                    options.common.overwrite, options.common.threads, timestamp_s()};
    std::vector<gis::NamedFile> outputs;
    for (const std::string& path : files_written(settings)) {
        outputs.push_back({translate(Text::file_output), path});
    }
    call.admit({{"--network", options.network_path}}, outputs);
    synthesise(settings);
    log.info(translate(Text::synth_written, {options.folder, options.folder}));
    return static_cast<int>(cli::ExitCode::done);
}

} // namespace fieldgap
