// fieldgap: parse, do it, and turn whatever ended it early into an exit code (docs/rules.md section 2).

#include "cli/interrupt.hpp"
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

int execute_safely(const Command& command, cli::Log& log)
{
    try {
        return execute(command, log);
    } catch (...) {
        return static_cast<int>(explain_failure(log));
    }
}

int start(std::vector<std::string> arguments)
{
    cli::Log plain_log{cli::CommonOptions{}}; // until it is known which log is wanted
    try {
        const Command command = parse(std::move(arguments), FIELDGAP_VERSION);
        cli::Log log(common_of(command));
        return log.finish(execute_safely(command, log));
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
