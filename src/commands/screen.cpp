#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "commands/commands.hpp"
#include "commands/invocation.hpp"
#include "commands/screen_table.hpp"
#include "domain/city/issue_code.hpp"
#include "gis/interrupt.hpp"
#include "layers/input/read_sites.hpp"
#include "layers/input/site_text.hpp"
#include "layers/output/outside_output.hpp"
#include "layers/output/provenance.hpp"
#include "layers/output/screen_summary.hpp"
#include "layers/output/styles.hpp"
#include "layers/output/summary.hpp"
#include "layers/prepared/prepared.hpp"
#include "layers/result/issues.hpp"
#include "layers/result/result_sites.hpp"
#include "words/words.hpp"

#include <tbb/global_control.h>

#include <algorithm>
#include <set>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

WalkNetworkView walking_of(CityInput& input)
{
    return {input.streets ? &*input.streets : nullptr, input.slope_factor};
}

std::vector<gis::NamedFile> inputs_of(const cli::ScreenOptions& options, const Config& config)
{
    std::vector<gis::NamedFile> files = fieldgap::inputs_of(config);
    files.push_back({"--sites", options.sites_path});
    return files;
}

std::vector<gis::NamedFile> outputs_of(const cli::ScreenOptions& options, const gis::GeoPackageTarget& target)
{
    std::vector<gis::NamedFile> files = fieldgap::outputs_of(target);
    files.push_back({"--prepared", options.prepared_path});
    return files;
}

KnownCity read_and_analyse(const Config& config, unsigned threads, cli::Progress& progress)
{
    progress.step(translate(Text::step_read), 40);
    KnownCity known{read_city(config, threads), {}};
    progress.step(translate(Text::step_measure), 75);
    known.results = analyse(known.input.city, walking_of(known.input), config.settings, [](Step) { gis::throw_if_interrupted(); });
    return known;
}

/// As it was prepared, where that is asked for and still right; else read, and prepared for the next time.
KnownCity known_city(const cli::ScreenOptions& options, const Config& config, cli::Progress& progress, cli::Log& log)
{
    const std::string& path = options.prepared_path;
    if (path.empty()) {
        return read_and_analyse(config, options.common.threads, progress);
    }
    progress.step(translate(Text::step_read), 40);
    PreparedCity prepared = read_prepared(path, FIELDGAP_VERSION, config);
    if (prepared.city) {
        return std::move(*prepared.city);
    }
    if (!prepared.why_not.empty()) {
        log.warning(prepared.why_not);
    }
    KnownCity known = read_and_analyse(config, options.common.threads, progress);
    write_prepared(path, FIELDGAP_VERSION, config, known);
    log.info(translate(Text::prepared_written, {path}));
    return known;
}

std::optional<double> as_real(const std::optional<std::uint64_t>& count)
{
    return count ? std::optional(static_cast<double>(*count)) : std::nullopt;
}

SitesInput sites_of(const cli::ScreenOptions& options, const CityInput& input, cli::Log& log)
{
    if (!options.sites_path.empty()) {
        return read_sites(options.sites_path, input);
    }
    SitesInput read = read_site({options.site_text, as_real(options.households), as_real(options.population)}, input);
    log.info(translate(Text::site_read_in, {read.record.crs}));
    return read;
}

/// A gate that names a site opens that site: the city alone could not know.
void forget_gates_of(const std::vector<Estate>& sites, Findings& findings)
{
    std::set<std::string> ids;
    for (const Estate& site : sites) {
        ids.insert(site.id);
    }
    const auto names_site = [&](const Finding& finding) {
        const std::string* owner = finding.code == IssueCode::gate_owner_unknown && !finding.values.empty()
                                       ? std::get_if<std::string>(&finding.values.front().value())
                                       : nullptr;
        return owner != nullptr && ids.contains(*owner);
    };
    findings.erase(std::remove_if(findings.begin(), findings.end(), names_site), findings.end());
}

void write_screen_file(const gis::GeoPackageTarget& target, const Config& config, const CityInput& input, const ScreenView& view,
                       const std::vector<SummaryLine>& lines)
{
    gis::GeoPackage file(target, input.plane);
    write_screening(file, view);
    write_data_issues(file, ranked_issues(view.city.city, view.city.results, config.settings.standard));
    write_summary(file, lines);
    file.metadata(provenance(FIELDGAP_VERSION, config, input, lines));
    if (config.output.styles) {
        file.styles(config.city_name, site_styles());
    }
    gis::throw_if_interrupted();
    file.publish();
}

void print_screening(const cli::ScreenOptions& options, const ScreenView& view, const std::vector<SummaryLine>& lines)
{
    if (options.json) {
        cli::print(screen_json(view, lines));
    } else if (options.common.loudness != cli::Loudness::quiet) {
        cli::print(screen_table(view));
    }
}

template <class Thing>
void append(std::vector<Thing>& list, const std::vector<Thing>& more)
{
    list.insert(list.end(), more.begin(), more.end());
}

} // namespace

int screen_sites(const cli::ScreenOptions& options, cli::Log& log)
{
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, options.common.threads);
    cli::Progress progress(log);
    const Config config = read_config(options.config_path, options.common.settings);
    words::set_language(config.output.lang);
    if (!options.site_text.empty()) {
        layer_of_site(options.site_text); // a slip of the pen is said before the city is read
    }
    gis::GeoPackageTarget target{path_beside_result(options.output_path, config, ".sites.gpkg"), options.common.overwrite, "EPSG:4326",
                                 timestamp_s(), config.output.styles};
    admit_outputs("screen", options.common, log, inputs_of(options, config), outputs_of(options, target));
    gis::check_target(target);

    KnownCity known = known_city(options, config, progress, log);
    const WalkNetworkView walking = walking_of(known.input);
    target.crs = output_crs(config, known.input);

    progress.step(translate(Text::step_screen), 95);
    SitesInput sites = sites_of(options, known.input, log);
    Findings& findings = known.results.findings;
    forget_gates_of(sites.sites, findings);
    findings.insert(findings.begin(), known.input.findings.begin(), known.input.findings.end());
    append(findings, sites.findings);
    Findings doubts;
    const Screening screening = screen(known.input.city, known.results, walking, config.settings, sites.sites, doubts);
    append(findings, doubts);
    known.input.inputs.push_back(sites.record);

    progress.step(translate(Text::step_write), 99);
    const EstateResults none; // the file of the sites holds no layer of the city's own estates
    const ResultView city{known.input.city, known.results, none, walking, config.settings};
    const ScreenView view{city, sites.sites, screening};
    OutsideOutput outside(known.input.plane, target.crs);
    outside.look_at_schools(known.input.city, known.results.owns);
    outside.look_at_sites(view);
    outside.report_in(findings);
    const auto lines = screen_summary(view, findings);
    write_screen_file(target, config, known.input, view, lines);
    progress.finish(translate(Text::step_done));

    print_screening(options, view, lines);
    return finish_command(log, target.path, findings);
}

} // namespace fieldgap
