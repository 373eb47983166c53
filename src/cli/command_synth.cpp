#include "cli/command_line.hpp"
#include "words/words.hpp"

#include <limits>

namespace fieldgap::cli {

using words::Text;
using words::translate;

namespace {

constexpr Range school_range = {5, 2000};
constexpr Range seed_range = {0, std::numeric_limits<std::int64_t>::max()};

} // namespace

Command parse_synth(std::vector<std::string> arguments, std::string_view version)
{
    SynthOptions options;
    CommandLine line("synth", Text::cli_about_synth);
    line.text("-o,--output", "DIR", options.folder, translate(Text::cli_help_synth_output, {options.folder}));
    line.number("--schools", "N", options.schools, school_range,
                translate(Text::cli_help_schools, {school_range.low, school_range.high, options.schools}));
    line.number("--seed", "S", options.seed, seed_range, translate(Text::cli_help_seed, {options.seed}));
    line.text("--network", "FILE", options.network_path, translate(Text::cli_help_network));
    CommonLine common(line, options.common);
    if (const auto answer = common.parse(std::move(arguments), version)) {
        return *answer;
    }
    return options;
}

} // namespace fieldgap::cli
