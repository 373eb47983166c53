#include "batch/work/city_outcome.hpp"

#include "cli/exit_code.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <fstream>
#include <sstream>

namespace fieldgap {
namespace {

using cli::ExitCode;
using words::Language;
using words::Text;
using words::translate;

constexpr std::streamoff looked_at_bytes = 64 * 1024; ///< of the log's end
constexpr Language languages[] = {Language::en, Language::zh};

std::string end_of_file(const std::string& path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const std::streamoff size = file ? static_cast<std::streamoff>(file.tellg()) : 0;
    file.seekg(std::max<std::streamoff>(0, size - looked_at_bytes));
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// What an error line says, in either language; nothing of other lines.
std::string_view error_in(std::string_view line)
{
    for (const Language language : languages) {
        const std::string_view label = words::text_of(Text::cli_level_error, language);
        const std::string_view before = label.substr(0, label.find("{}"));
        if (line.starts_with(before)) {
            return line.substr(before.size());
        }
    }
    return {};
}

std::string last_error_in(const std::string& log)
{
    std::istringstream lines(end_of_file(log));
    std::string last;
    for (std::string line; std::getline(lines, line);) {
        if (const std::string_view error = error_in(words::trimmed(line)); !error.empty()) {
            last = words::valid_utf8(error);
        }
    }
    return last;
}

bool is_out_of_memory(const std::string& message)
{
    return std::any_of(std::begin(languages), std::end(languages),
                       [&](Language language) { return message == words::text_of(Text::cli_out_of_memory, language); });
}

CityState state_of(int exit, const std::string& message)
{
    switch (static_cast<ExitCode>(exit)) {
    case ExitCode::done: return CityState::done;
    case ExitCode::data_errors: return CityState::issues;
    case ExitCode::usage:
    case ExitCode::input:
    case ExitCode::output: return CityState::failed;
    case ExitCode::interrupted: return CityState::interrupted;
    case ExitCode::internal: break;
    }
    return is_out_of_memory(message) ? CityState::out_of_memory : CityState::crashed;
}

} // namespace

CityOutcome outcome_of(const ProcessEnd& end, const std::string& log)
{
    CityOutcome outcome;
    outcome.seconds = end.seconds;
    outcome.peak_mib = end.peak_mib;
    if (end.stopped_for != StoppedFor::nothing) {
        const bool for_time = end.stopped_for == StoppedFor::time;
        outcome.state = for_time ? CityState::timeout : CityState::out_of_memory;
        outcome.message = words::text_of(for_time ? Text::batch_city_timeout : Text::batch_city_too_large);
    } else if (WIFEXITED(end.wait_status)) {
        outcome.exit = WEXITSTATUS(end.wait_status);
        outcome.message = last_error_in(log);
        outcome.state = state_of(*outcome.exit, outcome.message);
    } else {
        const int signal = WTERMSIG(end.wait_status);
        outcome.state = CityState::crashed;
        outcome.message = translate(signal == SIGKILL ? Text::batch_city_killed : Text::batch_city_crashed, {signal, strsignal(signal)});
    }
    return outcome;
}

} // namespace fieldgap
