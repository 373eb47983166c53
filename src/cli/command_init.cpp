#include "cli/command_line.hpp"
#include "gis/error.hpp"
#include "words/words.hpp"

namespace fieldgap::cli {

using words::Text;
using words::translate;

Command parse_init(std::vector<std::string> arguments, std::string_view version)
{
    InitOptions options;
    CommandLine line("init", Text::cli_about_init);
    line.words("FILE|DIR", options.paths, translate(Text::cli_help_init_paths));
    line.text("-o,--output", "CITY.toml", options.output_path, translate(Text::cli_help_init_output));
    CommonLine common(line, options.common);
    if (const auto answer = common.parse(std::move(arguments), version)) {
        return *answer;
    }
    if (options.paths.empty()) {
        throw gis::UsageError(translate(Text::cli_init_nothing));
    }
    return options;
}

} // namespace fieldgap::cli
