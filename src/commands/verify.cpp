#include "commands/verify.hpp"

#include "cli/terminal.hpp"
#include "commands/invocation.hpp"
#include "commands/tables/verify_table.hpp"
#include "gis/error.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr int first_schema_with_certificates = 2;

int accept(cli::Log& log, const std::string& path, const verify::Verdict& verdict)
{
    std::size_t claims = 0;
    for (const verify::Check& check : verdict.checks) {
        claims += check.claims();
    }
    log.info(translate(Text::verify_accepted, {path, verdict.checks.size(), claims}));
    return static_cast<int>(cli::ExitCode::done);
}

int refuse(cli::Log& log, const std::string& path, const verify::Verdict& verdict)
{
    if (!verdict.has_certificate) {
        log.error(translate(Text::verify_no_certificate, {path, verdict.version, verdict.schema_version, first_schema_with_certificates}));
    } else {
        const auto refusing =
            std::count_if(verdict.checks.begin(), verdict.checks.end(), [](const auto& check) { return !check.is_accepted(); });
        log.error(translate(Text::verify_refused, {path, refusing, verdict.checks.size(), refusing_checks(verdict)}));
    }
    return static_cast<int>(cli::ExitCode::data_errors);
}

} // namespace

void VerifyOptions::declare(cli::CommandLine& line)
{
    line.word("OUT.gpkg", result_path, translate(Text::cli_help_verify_result));
    line.flag("--json", json, translate(Text::cli_help_verify_json));
}

void VerifyOptions::check(std::string_view name) const
{
    if (result_path.empty()) {
        throw gis::UsageError(translate(Text::cli_verify_nothing, {name, name}));
    }
}

int carry_out(const VerifyOptions& options, cli::Log& log)
{
    if (options.common.has_set) {
        log.warning(translate(Text::cli_set_unused, {VerifyOptions::command}));
    }
    Invocation call(VerifyOptions::command, options.common, log);
    call.admit({{translate(Text::file_result), options.result_path}}, {});
    call.step(Text::step_verify, 99);
    const verify::Verdict verdict = verify::verdict_on(options.result_path);
    call.end_steps();
    if (options.json) {
        cli::print(verify_json(verdict, options.result_path));
    } else if (options.common.loudness != cli::Loudness::quiet && verdict.has_certificate) {
        cli::print(verify_table(verdict));
    }
    return verdict.is_accepted() ? accept(log, options.result_path, verdict) : refuse(log, options.result_path, verdict);
}

} // namespace fieldgap
