#include "commands/commands.hpp"

#include "cli/exit_code.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "commands/invocation.hpp"
#include "domain/analysis/analysis.hpp"
#include "domain/screening/estate_results.hpp"
#include "gis/interrupt.hpp"
#include "layers/input/read_city.hpp"
#include "layers/output/outside_output.hpp"
#include "layers/output/provenance.hpp"
#include "layers/output/results.hpp"
#include "layers/output/styles.hpp"
#include "layers/output/summary.hpp"
#include "synth/synth.hpp"
#include "words/words.hpp"

#include <tbb/global_control.h>

#include <cmath>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

Config config_of(const cli::RunOptions& options)
{
    Config config = read_config(options.config_path, options.common.settings);
    if (!options.output_path.empty()) {
        config.output.path = options.output_path;
    }
    words::set_language(config.output.lang);
    return config;
}

/// Announces the steps of an analysis; the percentages are those of an average city.
void show_step(cli::Progress& progress, Step step)
{
    gis::throw_if_interrupted();
    switch (step) {
    case Step::measure: return progress.step(translate(Text::step_measure), 50);
    case Step::walk: return progress.step(translate(Text::step_walk), 75);
    case Step::allocate: return progress.step(translate(Text::step_allocate), 80);
    case Step::sum_up: return progress.step(translate(Text::step_sum_up), 82);
    }
}

void write_city(const gis::GeoPackageTarget& target, const Config& config, const CityInput& input, const ResultView& view,
                const std::vector<SummaryLine>& lines)
{
    gis::GeoPackage file(target, input.plane);
    write_results(file, view, lines);
    file.metadata(provenance(FIELDGAP_VERSION, config, input, lines));
    if (config.output.styles) {
        file.styles(config.city_name, result_styles());
    }
    gis::throw_if_interrupted();
    file.publish();
}

std::string shown_number(double value, const std::string& unit)
{
    const bool is_whole = value == std::floor(value);
    return cli::grouped(value, is_whole ? 0 : unit.empty() || unit == "m2/pupil" ? 4 : 2);
}

/// Years are for the layer and for programs: on a terminal they would bury the rest.
bool is_of_year(const SummaryLine& line)
{
    return line.key.starts_with("phasing.") || line.key.starts_with("projection.");
}

void print_summary(const cli::RunOptions& options, const std::vector<SummaryLine>& lines)
{
    if (options.json) {
        return cli::print(summary_json(lines));
    }
    if (options.common.loudness == cli::Loudness::quiet) {
        return;
    }
    std::vector<cli::SummaryRow> rows;
    for (const SummaryLine& line : lines) {
        if (!is_of_year(line)) {
            rows.push_back({line.key, line.value ? shown_number(*line.value, line.unit) : translate(Text::summary_unknown),
                            line.value ? line.unit : ""});
        }
    }
    cli::print(cli::summary_table(rows));
}

} // namespace

int run_city(const cli::RunOptions& options, cli::Log& log)
{
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, options.common.threads);
    cli::Progress progress(log);
    const Config config = config_of(options);
    gis::GeoPackageTarget target{config.output.path, options.common.overwrite, "EPSG:4326", timestamp_s(), config.output.styles};
    admit_outputs("run", options.common, log, inputs_of(config), outputs_of(target));
    gis::check_target(target);

    progress.step(translate(Text::step_read), 40);
    CityInput input = read_city(config, options.common.threads);
    tell_inputs(log, input);
    target.crs = output_crs(config, input);

    const WalkNetworkView walking{input.streets ? &*input.streets : nullptr, std::move(input.slope_factor)};
    Results results = analyse(input.city, walking, config.settings, [&](Step step) { show_step(progress, step); });
    progress.step(translate(Text::step_estates), 85);
    const EstateResults estates = results_of_estates(input.city, results, walking, config.settings, results.findings);
    results.findings.insert(results.findings.begin(), input.findings.begin(), input.findings.end());
    gis::throw_if_interrupted();

    progress.step(translate(Text::step_write), 99);
    const ResultView view{input.city, results, estates, walking, config.settings};
    OutsideOutput outside(input.plane, target.crs);
    outside.look_at_schools(input.city, results.owns);
    outside.look_at_grounds(input.city);
    outside.look_at_links(view);
    outside.report_in(results.findings);
    const auto lines = summary(view);
    write_city(target, config, input, view, lines);
    progress.finish(translate(Text::step_done));

    print_summary(options, lines);
    return finish_command(log, target.path, results.findings);
}

int make_synthetic_city(const cli::SynthOptions& options, cli::Log& log)
{
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, options.common.threads);
    const SynthSettings settings = {options.folder,           options.schools,        options.seed, options.network_path,
                                    options.common.overwrite, options.common.threads, timestamp_s()};
    std::vector<gis::NamedFile> outputs;
    for (const std::string& path : files_written(settings)) {
        outputs.push_back({translate(Text::file_output), path});
    }
    admit_outputs("synth", options.common, log, {{"--network", options.network_path}}, outputs);
    synthesise(settings);
    log.info(translate(Text::synth_written, {options.folder, options.folder}));
    return static_cast<int>(cli::ExitCode::done);
}

} // namespace fieldgap
