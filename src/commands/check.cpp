#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "commands/check_table.hpp"
#include "commands/commands.hpp"
#include "commands/invocation.hpp"
#include "gis/interrupt.hpp"
#include "layers/output/check_json.hpp"
#include "layers/output/outside_output.hpp"
#include "layers/output/provenance.hpp"
#include "layers/output/styles.hpp"
#include "layers/output/summary.hpp"
#include "words/words.hpp"

#include <tbb/global_control.h>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

void write_issues(const gis::GeoPackageTarget& target, const Config& config, const CityInput& input, const Findings& findings,
                  const std::vector<Issue>& issues)
{
    gis::GeoPackage file(target, input.plane);
    write_data_issues(file, issues);
    file.metadata(provenance(FIELDGAP_VERSION, config, input, issue_counts(findings)));
    if (config.output.styles) {
        file.styles(config.city_name, issue_styles());
    }
    gis::throw_if_interrupted();
    file.publish();
}

void print_check(const cli::CheckOptions& options, const CheckedCity& checked)
{
    if (options.json) {
        cli::print(check_json(checked));
    } else if (options.common.loudness != cli::Loudness::quiet) {
        cli::print(check_table(checked));
    }
}

} // namespace

int check_city(const cli::CheckOptions& options, cli::Log& log)
{
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, options.common.threads);
    cli::Progress progress(log);
    const Config config = read_config(options.config_path, options.common.settings);
    words::set_language(config.output.lang);
    gis::GeoPackageTarget target{path_beside_result(options.output_path, config, ".issues.gpkg"), options.common.overwrite, "EPSG:4326",
                                 timestamp_s(), config.output.styles};
    admit_outputs("check", options.common, log, inputs_of(config), outputs_of(target));
    gis::check_target(target);

    progress.step(translate(Text::step_read), 70);
    const CityInput input = read_city(config, options.common.threads);
    tell_inputs(log, input);
    target.crs = output_crs(config, input);
    gis::throw_if_interrupted();

    progress.step(translate(Text::step_measure), 95);
    Results results = measure(input.city, config.settings);
    results.findings.insert(results.findings.begin(), input.findings.begin(), input.findings.end());
    OutsideOutput outside(input.plane, target.crs);
    outside.look_at_schools(input.city, results.owns);
    outside.look_at_grounds(input.city);
    outside.report_in(results.findings);
    const std::vector<Issue> issues = ranked_issues(input.city, results, config.settings.standard);

    progress.step(translate(Text::step_write), 99);
    write_issues(target, config, input, results.findings, issues);
    progress.finish(translate(Text::step_done));

    print_check(options, {input.inputs, issues, gap_of_city(results)});
    return finish_command(log, target.path, results.findings);
}

} // namespace fieldgap
