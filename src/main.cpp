// fieldgap: parse, do it, and turn whatever ended it early into an exit code (docs/rules.md section 2).

#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/log.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "commands/commands.hpp"
#include "gis/error.hpp"
#include "gis/io/base/file_publication.hpp"
#include "words/words.hpp"

#include <exception>
#include <new>

namespace fieldgap {
namespace {

using cli::ExitCode;
using words::Text;
using words::translate;

int carry_out(const cli::Answer& answer, cli::Log&)
{
    cli::print(answer.text);
    return static_cast<int>(ExitCode::done);
}

int carry_out(const cli::RunOptions& options, cli::Log& log)
{
    return run_city(options, log);
}

int carry_out(const cli::CheckOptions& options, cli::Log& log)
{
    return check_city(options, log);
}

int carry_out(const cli::ScreenOptions& options, cli::Log& log)
{
    return screen_sites(options, log);
}

int carry_out(const cli::InitOptions& options, cli::Log& log)
{
    return init_city(options, log);
}

int carry_out(const cli::SynthOptions& options, cli::Log& log)
{
    if (!options.common.settings.empty()) {
        log.warning(translate(Text::cli_set_unused));
    }
    return make_synthetic_city(options, log);
}

ExitCode said(cli::Log& log, ExitCode code, const std::string& text)
{
    log.error(text);
    return code;
}

/// Says what was just thrown and names its exit code. To be called inside a catch block only.
ExitCode explain_failure(cli::Log& log)
{
    try {
        throw;
    } catch (const gis::UsageError& error) {
        return said(log, ExitCode::usage, error.what());
    } catch (const gis::WriteError& error) { // an Error as well: so it stands before it
        return said(log, ExitCode::output, error.what());
    } catch (const gis::Error& error) {
        return said(log, ExitCode::input, error.what());
    } catch (const gis::Interrupted&) {
        return said(log, ExitCode::interrupted, translate(Text::cli_interrupted));
    } catch (const std::bad_alloc&) {
        return said(log, ExitCode::internal, translate(Text::cli_out_of_memory));
    } catch (const std::exception& error) {
        return said(log, ExitCode::internal, translate(Text::cli_internal_error, {error.what()}));
    } catch (...) {
        return said(log, ExitCode::internal, translate(Text::cli_internal_error, {"?"}));
    }
}

int carry_out_safely(const cli::Command& command, cli::Log& log)
{
    try {
        return std::visit([&log](const auto& options) { return carry_out(options, log); }, command);
    } catch (...) {
        return static_cast<int>(explain_failure(log));
    }
}

int start(std::vector<std::string> arguments)
{
    cli::Log plain_log{cli::CommonOptions{}}; // until it is known which log is wanted
    try {
        const auto command = cli::parse(std::move(arguments), FIELDGAP_VERSION);
        cli::Log log(cli::common_of(command));
        return log.finish(carry_out_safely(command, log));
    } catch (...) {
        return static_cast<int>(explain_failure(plain_log));
    }
}

} // namespace
} // namespace fieldgap

int main(int argc, char** argv)
{
    fieldgap::cli::open_standard_streams();
    fieldgap::cli::watch_interrupts(&gis::remove_unfinished_folders);
    return fieldgap::start({argv + (argc > 0 ? 1 : 0), argv + argc});
}
