#include "commands/run.hpp"

#include "commands/run_register.hpp"
#include "commands/tables/run_page.hpp"
#include "domain/indicators/amount_findings.hpp"
#include "domain/indicators/district_readings.hpp"
#include "domain/new_venues/venue_options.hpp"
#include "domain/options/gate_options.hpp"
#include "domain/plan/plan_amounts.hpp"
#include "domain/plan/programme.hpp"
#include "domain/plan/transfers.hpp"
#include "domain/proof/proof.hpp"
#include "domain/screening/estate_results.hpp"
#include "layers/output/provenance.hpp"
#include "layers/output/results.hpp"
#include "layers/output/summary.hpp"
#include "layers/styles/styles.hpp"
#include "workbook/workbook.hpp"

namespace fieldgap {
namespace {

using words::Text;

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

} // namespace

void RunOptions::declare(cli::CommandLine& line)
{
    CityOptions::declare(line, Text::cli_help_run_output, Text::cli_help_json);
    line.text("--xlsx", "OUT.xlsx", workbook_path, words::translate(Text::cli_help_run_xlsx));
    line.hidden_texts("--piece", pieces);
}

int carry_out(const RunOptions& options, cli::Log& log)
{
    CityInvocation call(RunOptions::command, options, log);
    if (!options.output_path.empty()) {
        call.config.output.path = options.output_path;
    }
    const WorkbookTarget workbook{options.workbook_path, options.common.overwrite, timestamp_s()};
    call.admit_result(call.config.output.path, {}, {words::translate(Text::file_workbook), workbook.path});
    if (!workbook.path.empty()) {
        check_workbook_target(workbook);
    }
    RunRegister strike_off(call.config);
    call.take_pieces(options.pieces);

    CityInput input = call.read(40);
    const WalkNetworkView walking{input.streets ? &*input.streets : nullptr, std::move(input.slope_factor)};
    const Settings& settings = call.config.settings;
    Results results = analyse(input.city, walking, settings, [&](Step step) { show_step(call, step); });
    report_hardship(results.districts, settings.plan, results.findings);
    const MeasuredCity measured = measured_city(input.city, results, settings);
    report_balance(settings.plan, results.findings);
    report_programmes(settings.programmes, results.findings);
    report_amounts(measured, results.findings);
    const IndicatorFigures indicators = indicator_figures(measured, results.districts);
    report_readings(results.districts, indicators, results.findings);
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
    const ResultView view{input.city, results,    estates, walks,       walking,           settings, call.config.output.streets,
                          new_ways,   new_places, &proof,  &indicators, strike_off.after()};
    call.begin_output(input, results, [&](OutsideOutput& outside) {
        outside.look_at_grounds(input.city);
        outside.look_at_links(view);
        outside.look_at_unreached(view);
        outside.look_at_walk_areas(view);
        outside.look_at_bottlenecks(view);
    });
    strike_off.take(input, walking, results, FIELDGAP_VERSION);
    const auto lines = summary(view);
    call.write(input, lines, result_styles(strike_off.path_from(call.config.output.path)),
               [&](gis::GeoPackage& file) { write_results(file, view, lines); });
    strike_off.commit(log);
    if (!workbook.path.empty()) {
        call.step(Text::step_workbook, 99);
        write_workbook(call.config.output.path, workbook);
    }
    return call.finish(
        results.findings, [&] { return run_page(view, cli::draws_blocks() ? unicode_blocks : ascii_blocks); },
        [&] { return summary_json(lines); });
}

} // namespace fieldgap
