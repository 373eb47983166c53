#include "commands/run.hpp"

#include "cli/terminal.hpp"
#include "commands/tables/summary_labels.hpp"
#include "domain/new_venues/venue_options.hpp"
#include "domain/options/gate_options.hpp"
#include "domain/plan/transfers.hpp"
#include "domain/proof/proof.hpp"
#include "domain/screening/estate_results.hpp"
#include "layers/output/provenance.hpp"
#include "layers/output/results.hpp"
#include "layers/styles/styles.hpp"
#include "layers/output/summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

/// Announces the steps of an analysis; the percentages are those of an average city.
void show_step(Invocation& call, Step step)
{
    switch (step) {
    case Step::measure: return call.step(Text::step_measure, 50);
    case Step::walk: return call.step(Text::step_walk, 75);
    case Step::allocate: return call.step(Text::step_allocate, 80);
    case Step::sum_up: return call.step(Text::step_sum_up, 82);
    }
}

std::string shown_number(double value, const std::string& unit)
{
    const bool is_whole = value == std::floor(value);
    return cli::grouped(value, is_whole ? 0 : unit.empty() || unit == "m2/pupil" ? 4 : 2);
}

/// Years, other speeds, districts, the plan's figures and what one more m2 would close are for the layers and for programs: on a terminal
/// they would bury the rest.
bool is_for_programs(const SummaryLine& line)
{
    constexpr std::array<std::string_view, 7> blocks = {"phasing", "projection", "sensitivity", "shadow", "waterfall", "plan", "transfers"};
    return std::find(blocks.begin(), blocks.end(), std::string_view(line.key).substr(0, line.key.find('.'))) != blocks.end();
}

std::string summary_text(const std::vector<SummaryLine>& lines)
{
    std::vector<cli::SummaryRow> rows;
    for (const SummaryLine& line : lines) {
        if (!is_for_programs(line)) {
            rows.push_back({line.key, label_of(line.key),
                            line.value ? shown_number(*line.value, line.unit) : translate(Text::summary_unknown),
                            line.value ? line.unit : ""});
        }
    }
    return cli::summary_table(rows);
}

} // namespace

void RunOptions::declare(cli::CommandLine& line)
{
    CityOptions::declare(line, Text::cli_help_run_output, Text::cli_help_json);
    line.hidden_texts("--piece", pieces);
}

int carry_out(const RunOptions& options, cli::Log& log)
{
    CityInvocation call(RunOptions::command, options, log);
    if (!options.output_path.empty()) {
        call.config.output.path = options.output_path;
    }
    call.admit_result(call.config.output.path);
    call.take_pieces(options.pieces);

    CityInput input = call.read(40);
    const WalkNetworkView walking{input.streets ? &*input.streets : nullptr, std::move(input.slope_factor)};
    const Settings& settings = call.config.settings;
    Results results = analyse(input.city, walking, settings, [&](Step step) { show_step(call, step); });
    report_hardship(results.districts, settings.plan, results.findings);
    call.step(Text::step_estates, 85);
    report_gates_of_nobody(input.city, results.reach.entries, {}, results.findings);
    const EstateResults estates = results_of_estates({input.city, results, walking, settings}, results.findings);
    call.step(Text::step_walk_results, 88);
    const WalkResults walks = walk_results({input.city, results, walking, settings});

    call.step(Text::step_options, 92);
    const std::vector<GateOption> new_ways = gate_options({input.city, results, walking, settings});
    if (!input.city.new_venues.empty()) {
        call.step(Text::step_venue_options, 94);
    }
    const VenueOptions new_places = venue_options({input.city, results, walking, settings}, results.findings);
    call.step(Text::step_proof, 96);
    const Proof proof = proof_of({input.city, results, walking, settings}, input.figure_sources);
    const ResultView view{input.city, results, estates, walks, walking, settings, call.config.output.streets, new_ways, new_places, &proof};
    call.begin_output(input, results, [&](OutsideOutput& outside) {
        outside.look_at_grounds(input.city);
        outside.look_at_links(view);
        outside.look_at_unreached(view);
        outside.look_at_walk_areas(view);
        outside.look_at_bottlenecks(view);
    });
    const auto lines = summary(view);
    call.write(input, lines, result_styles(), [&](gis::GeoPackage& file) { write_results(file, view, lines); });
    return call.finish(
        results.findings, [&] { return summary_text(lines); }, [&] { return summary_json(lines); });
}

} // namespace fieldgap
