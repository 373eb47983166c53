#include "commands/screen.hpp"

#include "commands/tables/screen_table.hpp"
#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "layers/input/read_sites.hpp"
#include "layers/input/site_text.hpp"
#include "layers/input/surroundings.hpp"
#include "layers/output/screen_summary.hpp"
#include "layers/output/summary.hpp"
#include "layers/prepared/prepared.hpp"
#include "layers/result/issues.hpp"
#include "layers/result/result_sites.hpp"
#include "layers/styles/styles.hpp"

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

std::optional<double> as_real(const std::optional<std::uint64_t>& count)
{
    return count ? std::optional(static_cast<double>(*count)) : std::nullopt;
}

SitesInput sites_of(const ScreenOptions& options, const CityInput& input)
{
    return options.sites_path.empty() ? read_site({options.site_text, as_real(options.households), as_real(options.population)}, input)
                                      : read_sites(options.sites_path, input);
}

/// The city, with streets around the sites too.
struct CityWithSites
{
    KnownCity known;
    SitesInput sites;
};

KnownCity analysed(CityInput input, const CityInvocation& call)
{
    KnownCity known{std::move(input), {}};
    known.results = analyse(known.input.city, walking_of(known.input), call.config.settings, [](Step) { gis::throw_if_interrupted(); });
    return known;
}

CityWithSites read_with_sites(const ScreenOptions& options, CityInvocation& call)
{
    SitesInput sites;
    CityInput input = call.read(40, [&](const CityInput& city) {
        sites = sites_of(options, city);
        return extent_of(sites.sites);
    });
    call.step(Text::step_measure, 75);
    return {analysed(std::move(input), call), std::move(sites)};
}

/// As it was prepared where that is still right; else read, and prepared for the next time.
KnownCity prepared_city(const std::string& path, CityInvocation& call)
{
    call.step(Text::step_read, 40);
    PreparedCity prepared = read_prepared(path, FIELDGAP_VERSION, call.config);
    if (prepared.city) {
        return std::move(*prepared.city);
    }
    if (!prepared.why_not.empty()) {
        call.log.warning(prepared.why_not);
    }
    CityInput input = call.read(40);
    call.step(Text::step_measure, 75);
    KnownCity known = analysed(std::move(input), call);
    write_prepared(path, FIELDGAP_VERSION, call.config, known);
    call.log.info(translate(Text::prepared_written, {path}));
    return known;
}

/// A prepared city has the streets around itself: where a site sticks out of it, the city is read once more with those around the site.
CityWithSites city_with_sites(const ScreenOptions& options, CityInvocation& call)
{
    if (options.prepared_path.empty()) {
        return read_with_sites(options, call);
    }
    CityWithSites city{prepared_city(options.prepared_path, call), {}};
    city.sites = sites_of(options, city.known.input);
    const bool is_held = !city.known.input.streets || holds(city.known.input.extent, extent_of(city.sites.sites));
    return is_held ? std::move(city) : read_with_sites(options, call);
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

    CityWithSites city_and_sites = city_with_sites(options, call);
    KnownCity& known = city_and_sites.known;
    const SitesInput& sites = city_and_sites.sites;
    CityInput& input = known.input;
    const WalkNetworkView walking = walking_of(input);
    if (options.sites_path.empty()) {
        log.info(translate(Text::site_read_in, {sites.record.crs}));
    }

    call.step(Text::step_screen, 95);
    const Settings& settings = call.config.settings;
    Findings& findings = known.results.findings;
    report_gates_of_nobody(input.city, known.results.reach.entries, sites.sites, findings);
    findings.insert(findings.end(), sites.findings.begin(), sites.findings.end());
    const Screening screening = screen({input.city, known.results, walking, settings}, sites.sites, findings);
    input.inputs.push_back(sites.record);

    const EstateResults no_estates; // the file of the sites holds no layer of the city's own estates or walks
    const WalkResults no_walks;
    const ResultView city{input.city, known.results, no_estates, no_walks, walking, settings};
    const ScreenView view{city, sites.sites, screening};
    call.begin_output(input, known.results, [&](OutsideOutput& outside) { outside.look_at_sites(view); });
    const auto lines = screen_summary(view, findings);
    call.write(input, lines, site_styles(), [&](gis::GeoPackage& file) { write_layers(file, view, settings, lines); });
    return call.finish(
        findings, [&] { return screen_table(view); }, [&] { return screen_json(view, lines); });
}

} // namespace fieldgap
