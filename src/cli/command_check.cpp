#include "cli/command_line.hpp"
#include "gis/error.hpp"
#include "words/words.hpp"

namespace fieldgap::cli {

using words::Text;
using words::translate;

Command parse_check(std::vector<std::string> arguments, std::string_view version)
{
    CheckOptions options;
    CommandLine line("check", Text::cli_about_check);
    line.word("CONFIG", options.config_path, translate(Text::cli_help_config));
    line.text("-o,--output", "OUT.gpkg", options.output_path, translate(Text::cli_help_check_output));
    line.flag("--json", options.json, translate(Text::cli_help_check_json));
    CommonLine common(line, options.common);
    if (const auto answer = common.parse(std::move(arguments), version)) {
        return *answer;
    }
    if (options.config_path.empty()) {
        throw gis::UsageError(translate(Text::cli_config_missing, {line.name(), line.name()}));
    }
    return options;
}

} // namespace fieldgap::cli
