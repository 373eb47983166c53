#include "commands/screen.hpp"

#include "commands/screen_table.hpp"
#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "layers/input/read_sites.hpp"
#include "layers/input/site_text.hpp"
#include "layers/output/screen_summary.hpp"
#include "layers/output/styles.hpp"
#include "layers/output/summary.hpp"
#include "layers/prepared/prepared.hpp"
#include "layers/result/issues.hpp"
#include "layers/result/result_sites.hpp"

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr cli::Range household_range = {0, 1'000'000};
constexpr cli::Range population_range = {0, 10'000'000};

WalkNetworkView walking_of(const CityInput& input)
{
    return {input.streets ? &*input.streets : nullptr, input.slope_factor};
}

KnownCity read_and_analyse(CityInvocation& call)
{
    KnownCity known{call.read(40), {}};
    call.step(Text::step_measure, 75);
    known.results = analyse(known.input.city, walking_of(known.input), call.config.settings, [](Step) { gis::throw_if_interrupted(); });
    return known;
}

/// As it was prepared, where that is asked for and still right; else read, and prepared for the next time.
KnownCity known_city(const std::string& prepared_path, CityInvocation& call)
{
    if (prepared_path.empty()) {
        return read_and_analyse(call);
    }
    call.step(Text::step_read, 40);
    PreparedCity prepared = read_prepared(prepared_path, FIELDGAP_VERSION, call.config);
    if (prepared.city) {
        return std::move(*prepared.city);
    }
    if (!prepared.why_not.empty()) {
        call.log.warning(prepared.why_not);
    }
    KnownCity known = read_and_analyse(call);
    write_prepared(prepared_path, FIELDGAP_VERSION, call.config, known);
    call.log.info(translate(Text::prepared_written, {prepared_path}));
    return known;
}

std::optional<double> as_real(const std::optional<std::uint64_t>& count)
{
    return count ? std::optional(static_cast<double>(*count)) : std::nullopt;
}

SitesInput sites_of(const ScreenOptions& options, const CityInput& input, cli::Log& log)
{
    if (!options.sites_path.empty()) {
        return read_sites(options.sites_path, input);
    }
    SitesInput read = read_site({options.site_text, as_real(options.households), as_real(options.population)}, input);
    log.info(translate(Text::site_read_in, {read.record.crs}));
    return read;
}

void write_layers(gis::GeoPackage& file, const ScreenView& view, const Settings& settings, const std::vector<SummaryLine>& lines)
{
    write_screening(file, view);
    write_data_issues(file, ranked_issues(view.city.city, view.city.results, settings));
    write_summary(file, lines);
}

} // namespace

void ScreenOptions::declare(cli::CommandLine& line)
{
    line.text("--sites", "FILE", sites_path, translate(Text::cli_help_sites));
    line.text("--site", "WHERE", site_text, translate(Text::cli_help_site));
    line.number("--households", "N", households, household_range,
                translate(Text::cli_help_households, {household_range.low, household_range.high}));
    line.number("--population", "N", population, population_range,
                translate(Text::cli_help_population, {population_range.low, population_range.high}));
    line.text("--prepared", "FILE", prepared_path, translate(Text::cli_help_prepared));
    CityOptions::declare(line, Text::cli_help_screen_output, Text::cli_help_screen_json);
}

void ScreenOptions::check(std::string_view name) const
{
    CityOptions::check(name);
    if (sites_path.empty() && site_text.empty()) {
        throw gis::UsageError(translate(Text::cli_screen_no_site));
    }
    if (!sites_path.empty() && !site_text.empty()) {
        throw gis::UsageError(translate(Text::cli_screen_two_sites));
    }
    if (site_text.empty() && (households || population)) {
        throw gis::UsageError(translate(Text::cli_screen_households_alone, {households ? "--households" : "--population"}));
    }
}

int carry_out(const ScreenOptions& options, cli::Log& log)
{
    CityInvocation call(ScreenOptions::command, options, log);
    if (!options.site_text.empty()) {
        layer_of_site(options.site_text); // a slip of the pen is said before the city is read
    }
    call.admit_result(call.path_beside_result(".sites.gpkg"), {"--sites", options.sites_path}, {"--prepared", options.prepared_path});

    KnownCity known = known_city(options.prepared_path, call);
    CityInput& input = known.input;
    const WalkNetworkView walking = walking_of(input);

    call.step(Text::step_screen, 95);
    const SitesInput sites = sites_of(options, input, log);
    const Settings& settings = call.config.settings;
    Findings& findings = known.results.findings;
    report_gates_of_nobody(input.city, known.results.reach.entries, sites.sites, findings);
    findings.insert(findings.end(), sites.findings.begin(), sites.findings.end());
    const Screening screening = screen({input.city, known.results, walking, settings}, sites.sites, findings);
    input.inputs.push_back(sites.record);

    const EstateResults none; // the file of the sites holds no layer of the city's own estates
    const ResultView city{input.city, known.results, none, walking, settings};
    const ScreenView view{city, sites.sites, screening};
    call.begin_output(input, known.results, [&](OutsideOutput& outside) { outside.look_at_sites(view); });
    const auto lines = screen_summary(view, findings);
    call.write(input, lines, site_styles(), [&](gis::GeoPackage& file) { write_layers(file, view, settings, lines); });
    return call.finish(
        findings, [&] { return screen_table(view); }, [&] { return screen_json(view, lines); });
}

} // namespace fieldgap
