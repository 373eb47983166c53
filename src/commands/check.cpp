#include "commands/check.hpp"

#include "commands/run_register.hpp"
#include "commands/tables/check_table.hpp"
#include "domain/indicators/amount_findings.hpp"
#include "domain/plan/plan_amounts.hpp"
#include "domain/plan/programme.hpp"
#include "layers/output/check_json.hpp"
#include "layers/output/summary.hpp"
#include "layers/result/issues.hpp"
#include "layers/styles/styles.hpp"

namespace fieldgap {

using words::Text;

void CheckOptions::declare(cli::CommandLine& line)
{
    CityOptions::declare(line, Text::cli_help_check_output, Text::cli_help_check_json);
}

int carry_out(const CheckOptions& options, cli::Log& log)
{
    CityInvocation call(CheckOptions::command, options, log);
    call.admit_result(call.path_beside_result(".issues.gpkg"));

    const CityInput input = call.read(70);
    call.step(Text::step_measure, 95);
    Results results = measure(input.city, call.config.settings);
    report_balance(call.config.settings.plan, results.findings);
    report_programmes(call.config.settings.programmes, results.findings);
    report_amounts(measured_city(input.city, results, call.config.settings), results.findings);

    const Findings of_register = findings_of_register(call.config, input.city);
    results.findings.insert(results.findings.end(), of_register.begin(), of_register.end());
    call.begin_output(input, results, [&](OutsideOutput& outside) { outside.look_at_grounds(input.city); });
    const std::vector<Issue> issues = ranked_issues(input.city, results, call.config.settings);
    call.write(input, issue_counts(results.findings), issue_styles(), [&](gis::GeoPackage& file) { write_data_issues(file, issues); });
    const CheckedCity checked{input.inputs, issues, gap_of_city(results)};
    return call.finish(
        results.findings, [&] { return check_table(checked); }, [&] { return check_json(checked); });
}

} // namespace fieldgap
