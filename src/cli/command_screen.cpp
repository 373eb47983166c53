#include "cli/command_line.hpp"
#include "gis/error.hpp"
#include "words/words.hpp"

namespace fieldgap::cli {

using words::Text;
using words::translate;

namespace {

constexpr Range household_range = {0, 1'000'000};
constexpr Range population_range = {0, 10'000'000};

void check(const ScreenOptions& options, const CommandLine& line)
{
    if (options.config_path.empty()) {
        throw gis::UsageError(translate(Text::cli_config_missing, {line.name(), line.name()}));
    }
    if (options.sites_path.empty() && options.site_text.empty()) {
        throw gis::UsageError(translate(Text::cli_screen_no_site));
    }
    if (!options.sites_path.empty() && !options.site_text.empty()) {
        throw gis::UsageError(translate(Text::cli_screen_two_sites));
    }
    if (options.site_text.empty() && (options.households || options.population)) {
        throw gis::UsageError(translate(Text::cli_screen_households_alone, {options.households ? "--households" : "--population"}));
    }
}

} // namespace

Command parse_screen(std::vector<std::string> arguments, std::string_view version)
{
    ScreenOptions options;
    CommandLine line("screen", Text::cli_about_screen);
    line.word("CONFIG", options.config_path, translate(Text::cli_help_config));
    line.text("--sites", "FILE", options.sites_path, translate(Text::cli_help_sites));
    line.text("--site", "WHERE", options.site_text, translate(Text::cli_help_site));
    line.number("--households", "N", options.households, household_range,
                translate(Text::cli_help_households, {household_range.low, household_range.high}));
    line.number("--population", "N", options.population, population_range,
                translate(Text::cli_help_population, {population_range.low, population_range.high}));
    line.text("--prepared", "FILE", options.prepared_path, translate(Text::cli_help_prepared));
    line.text("-o,--output", "OUT.gpkg", options.output_path, translate(Text::cli_help_screen_output));
    line.flag("--json", options.json, translate(Text::cli_help_screen_json));
    CommonLine common(line, options.common);
    if (const auto answer = common.parse(std::move(arguments), version)) {
        return *answer;
    }
    check(options, line);
    return options;
}

} // namespace fieldgap::cli
